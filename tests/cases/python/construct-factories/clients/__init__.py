from .tables import table
