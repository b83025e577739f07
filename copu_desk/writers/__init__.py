"""Writers turn a document or sheets into the bytes of one file format."""
