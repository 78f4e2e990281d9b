package rhytid.web;

import tools.jackson.databind.json.JsonMapper;

/** JSON as the interface speaks it: times as RFC 3339, what is not known as null. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
