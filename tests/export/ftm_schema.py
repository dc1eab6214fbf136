# SPDX-License-Identifier: Apache-2.0
"""Facts of the FollowTheMoney model (as of its version 4.11): of each schema that is used, what it extends and the kind of its properties
(an entity with what it must be)."""

SCHEMATA = {
    "Thing": ([], {"name": "name", "summary": "text", "description": "text", "notes": "text", "alias": "name", "country": "country",
                   "keywords": "string", "topics": "topic", "sourceUrl": "url", "publisher": "string", "publisherUrl": "url",
                   "wikidataId": "identifier", "address": "address", "retrievedAt": "date", "modifiedAt": "date"}),
    "Interval": ([], {"startDate": "date", "endDate": "date", "date": "date", "summary": "text", "description": "text", "recordId": "string",
                      "sourceUrl": "url", "publisher": "string", "proof": ("entity", "Document"), "modifiedAt": "date", "retrievedAt": "date"}),
    "LegalEntity": (["Thing"], {"legalForm": "string", "status": "string", "jurisdiction": "country", "mainCountry": "country"}),
    "Person": (["LegalEntity"], {"title": "string", "firstName": "string", "lastName": "string", "position": "string", "nationality": "country",
                                 "gender": "gender", "birthDate": "date"}),
    "Organization": (["LegalEntity"], {}),
    "PublicBody": (["Organization"], {}),
    "Position": (["Thing"], {"organization": ("entity", "Organization"), "inceptionDate": "date", "dissolutionDate": "date"}),
    "Interest": (["Interval"], {"role": "string", "status": "string"}),
    "Membership": (["Interest"], {"member": ("entity", "LegalEntity"), "organization": ("entity", "Organization")}),
    "Occupancy": (["Interval"], {"holder": ("entity", "Person"), "post": ("entity", "Position"), "status": "string"}),
    "Event": (["Interval", "Thing"], {"location": "address", "organizer": ("entity", "LegalEntity"), "involved": ("entity", "LegalEntity"),
                                      "important": "string"}),
    "Analyzable": ([], {"detectedLanguage": "language"}),
    "Document": (["Thing", "Analyzable"], {"title": "string", "author": "string", "language": "language", "date": "date",
                                           "publishedAt": "date", "authoredAt": "date", "fileName": "string",
                                           "bodyText": "text"}),
    "Article": (["Document"], {}),
}
