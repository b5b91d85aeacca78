from claimtrack.text.canonical_json import JsonValue as JsonValue
