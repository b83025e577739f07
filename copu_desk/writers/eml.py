"""Write a mail as a draft that the mail program opens ready to be addressed and sent."""

from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from copu_desk.document import clean

_KINDS = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("application", "pdf"),
}


def write(subject: str, text: str, attachments: Mapping[str, bytes]) -> bytes:
    """Return the mail, the same bytes for the same input; attachments are the bytes of files by their names.

    `X-Unsent: 1` is what has Outlook, Foxmail and others open a file as a draft instead of as a mail that came.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = clean(subject).replace("\n", " ")
    mail["To"] = ""
    mail["X-Unsent"] = "1"
    mail.set_content(clean(text), charset="utf-8", cte="base64")
    for name, data in attachments.items():
        main, sub = _KINDS.get(name.rpartition(".")[2].lower(), ("application", "octet-stream"))
        mail.add_attachment(data, maintype=main, subtype=sub, filename=clean(name))
    if attachments:
        mail.set_boundary("=_" + sha256(b"".join(attachments.values())).hexdigest()[:32])
    return mail.as_bytes()
