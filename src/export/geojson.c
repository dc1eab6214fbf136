/* SPDX-License-Identifier: Apache-2.0
 * Role:   events at their places as a GeoJSON FeatureCollection (RFC 7946).
 */
#include "export/export.h"

enum { LATITUDE_MOST = 90, LONGITUDE_MOST = 180, DEGREE_DIGITS = 4 };

typedef struct Box {
    double west, south, east, north;
    bool filled;
} Box;

static void box_add(Box *box, double latitude, double longitude) {
    if (!box->filled)
        *box = (Box){longitude, latitude, longitude, latitude, true};
    box->west = longitude < box->west ? longitude : box->west;
    box->east = longitude > box->east ? longitude : box->east;
    box->south = latitude < box->south ? latitude : box->south;
    box->north = latitude > box->north ? latitude : box->north;
}

static void point_put(Json *json, double latitude, double longitude) {
    json_name(json, "geometry");
    json_begin(json, '{');
    json_field(json, "type", "Point");
    json_name(json, "coordinates");
    json_begin(json, '[');
    json_decimal(json, longitude, DEGREE_DIGITS);
    json_decimal(json, latitude, DEGREE_DIGITS);
    json_end(json, ']');
    json_end(json, '}');
}

/** The cells as they are; the numbers among them as numbers. */
static void properties_put(Export *export) {
    static const char *const TEXTS[] = {"day",     "until",     "type",   "mode",    "status",
                                        "source",  "target",    "place",  "country", "words",
                                        "article", "published", "history"};
    static const char *const NUMBERS[] = {"articles", "outlets", "span_begin", "span_end",
                                          "contradicted"};
    Json *json = &export->json;
    json_name(json, "properties");
    json_begin(json, '{');
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        json_field(json, TEXTS[i], cell(export, TEXTS[i]));
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        json_name(json, NUMBERS[i]);
        json_unsigned(json, cell_number(export, NUMBERS[i]));
    }
    json_end(json, '}');
}

static void feature_put(Export *export, double latitude, double longitude) {
    Json *json = &export->json;
    out_char(&json->out, '\n');
    json_begin(json, '{');
    json_field(json, "type", "Feature");
    json_field(json, "id", cell(export, "key"));
    point_put(json, latitude, longitude);
    properties_put(export);
    json_end(json, '}');
}

static void box_put(Json *json, const Box *box) {
    if (!box->filled)
        return;
    json_name(json, "bbox");
    json_begin(json, '[');
    json_decimal(json, box->west, DEGREE_DIGITS);
    json_decimal(json, box->south, DEGREE_DIGITS);
    json_decimal(json, box->east, DEGREE_DIGITS);
    json_decimal(json, box->north, DEGREE_DIGITS);
    json_end(json, ']');
}

void geojson_write(Export *export) {
    Json *json = &export->json;
    Box box = {0};
    json_begin(json, '{');
    json_field(json, "type", "FeatureCollection");
    json_name(json, "features");
    json_begin(json, '[');
    rows_begin(export, MAHDAR_EVENTS);
    while (rows_next(export)) {
        double latitude, longitude;
        if (!cell_degrees(export, "latitude", LATITUDE_MOST, &latitude) ||
            !cell_degrees(export, "longitude", LONGITUDE_MOST, &longitude))
            continue;
        feature_put(export, latitude, longitude);
        box_add(&box, latitude, longitude);
    }
    rows_end(export);
    json_end(json, ']');
    box_put(json, &box);
    json_end(json, '}');
    out_char(&json->out, '\n');
}
