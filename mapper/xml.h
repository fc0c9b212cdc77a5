/* xml.h: reads the XML that AWS answers with: elements and text. Strict (every element is closed, in order; known entities only), bounded in depth
 * and size, no document types. Attributes are passed over. */
#ifndef MAPPER_XML_H
#define MAPPER_XML_H

#include "core/base/str.h"

typedef struct Xml Xml;
struct Xml {
    Str name;   /* without its namespace prefix */
    Str text;   /* all text directly in it, entities replaced */
    Xml *child; /* first; null: none */
    Xml *next;  /* sibling; null: none */
};

enum { XML_DEPTH = 32, XML_SIZE = 16 << 20 };

/* The root element, in a; null when the text is no such XML. */
Xml *xml_parse(Arena *a, Str text);

/* The first child of that name, or null. x may be null. */
Xml *xml_child(const Xml *x, Str name);

/* The text at a path of children ("Error/Code"); empty when there is none. */
Str xml_text(const Xml *x, Str path);

/* The element at a path, or null. */
Xml *xml_at(const Xml *x, Str path);

#endif
