"""The content's words on their way to translators and back: exchanged as XLIFF, PO or a spreadsheet, put into the YAML files."""
