"""Why there is no proposal, why not elsewhere, and what the musts cost: in sentences, tables and files."""
