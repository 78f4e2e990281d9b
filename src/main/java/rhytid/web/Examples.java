package rhytid.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an answer looks like: one value for each component of the record, by its name where that says more. */
final class Examples {

    private static final String ID = "01jv3yq5n8k4m6p7r9s2t3v5w7";
    private static final Instant TIME = Instant.parse("2026-03-02T09:30:00Z");

    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            Map.entry("email", "ana@clinic.example"),
            Map.entry("role", "injector"),
            Map.entry("expression", "rest"),
            Map.entry("expressions", List.of("rest", "frown")),
            Map.entry("received", List.of("rest")),
            Map.entry("format", "jpeg"),
            Map.entry("status", "done"),
            Map.entry("progress", 1.0),
            Map.entry("verdict", "fit"),
            Map.entry("code", "face-small"),
            Map.entry("message", "The face is small in this photo, so fine lines can't be seen."),
            Map.entry("name", "rest-after.jpg"),
            Map.entry("token", "token-that-is-shown-once"),
            Map.entry("purpose", "sharing"),
            Map.entry("areas", List.of("glabella")),
            Map.entry("product", "onabotulinumtoxinA"),
            Map.entry("visit", "followUp"),
            Map.entry("width", 3000),
            Map.entry("height", 4000),
            Map.entry("action", "read-photo"),
            Map.entry("outcome", "allowed"),
            Map.entry("decision", "accept"));

    private Examples() {}

    static Object of(Class<?> form) {
        Map<String, @Nullable Object> example = new LinkedHashMap<>();
        for (RecordComponent component : form.getRecordComponents()) {
            example.put(component.getName(), value(component));
        }
        return example;
    }

    static Object page(Class<?> form) {
        return Map.of("items", List.of(of(form)), "nextCursor", ID);
    }

    static Object problem(int status) {
        String title = Status.title(status);
        String code = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Problem.Body(
                "urn:rhytid:problem:" + code, title, status, "What is wrong, and what to do.", code, ID);
    }

    /** What is there only sometimes is left out, but for words that say something. */
    private static @Nullable Object value(RecordComponent component) {
        String name = component.getName();
        Object known = BY_NAME.get(name);
        if (known != null && fits(known, component.getType())) {
            return known;
        }
        boolean maybe = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return maybe ? null : plain(name, component.getGenericType());
    }

    private static boolean fits(Object known, Class<?> type) {
        return type.isInstance(known)
                || (type == int.class && known instanceof Integer)
                || (type == double.class && known instanceof Double);
    }

    private static Object plain(String name, Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(plain(name, list.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return of(plain);
        } else if (plain == Instant.class) {
            return TIME;
        } else if (plain == LocalDate.class) {
            return LocalDate.of(2026, 3, 2);
        } else if (plain == LocalDateTime.class) {
            return LocalDateTime.of(2026, 3, 2, 10, 30);
        } else if (plain == boolean.class || plain == Boolean.class) {
            return true;
        } else if (plain == int.class || plain == long.class) {
            return 1;
        } else if (plain == double.class || plain == Double.class || plain == BigDecimal.class) {
            return 20;
        } else if (plain == JsonNode.class) {
            return Json.MAPPER.createObjectNode();
        }
        return name.toLowerCase(Locale.ROOT).endsWith("url") ? "/api/v1/photos/" + ID : ID;
    }
}
