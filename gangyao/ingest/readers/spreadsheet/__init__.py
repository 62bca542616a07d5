"""Spreadsheets: .xlsx (ECMA-376), .xls (BIFF) and .ods (OpenDocument), as what they show on the screen."""
