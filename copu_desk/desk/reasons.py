"""Why a version was kept: the library keeps it as text, and here it becomes the sentence again that it was."""

from copu_desk import exchange
from copu_desk.library import OF_ANOTHER_PROGRAM, Version, VersionKind
from copu_desk.sentences import Sentence, read_again

REOPENED = Sentence("重新修改：{reason}", reason="")
BEFORE_IMPORT = Sentence("导入会议平台名单之前")
BEFORE_RESTORING = Sentence("恢复成 {moment} 的版本之前", moment="")
ON_PAPER = Sentence("打印")

_OURS = (REOPENED, BEFORE_IMPORT, BEFORE_RESTORING, OF_ANOTHER_PROGRAM)
_SENT = {str(one): one for one in (*exchange.KINDS.values(), ON_PAPER)}
_BETWEEN = "、"


def sent(labels: list[Sentence]) -> Sentence:
    """Return why a version is kept that goes out in some formats, by their labels."""
    return Sentence("{formats}", formats=labels)


def reason(version: Version) -> str:
    """Return why a version was kept; a Sentence where those are the program's words, else what somebody wrote."""
    if version.kind is VersionKind.EXPORT and version.reason:
        return sent([_SENT.get(one, Sentence(one)) for one in version.reason.split(_BETWEEN)])
    return read_again(version.reason, _OURS)
