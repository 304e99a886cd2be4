"""PubMed XML, element by element: what each stands for among the tags of MEDLINE."""
