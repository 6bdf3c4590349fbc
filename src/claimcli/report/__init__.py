"""A dossier as a document: Markdown that pandoc and people read, and Word's docx by pandoc."""
