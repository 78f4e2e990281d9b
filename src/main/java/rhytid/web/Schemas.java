package rhytid.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON Schemas of the records that are sent and taken. */
final class Schemas {

    private final Map<String, Object> known = new TreeMap<>();

    Map<String, Object> all() {
        return known;
    }

    /** A reference to the record's schema, which is made on first use. */
    Map<String, Object> reference(Class<?> type) {
        String name = name(type);
        if (!known.containsKey(name)) {
            known.put(name, Map.of()); // a record within itself ends here
            known.put(name, object(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    static Map<String, Object> page(Map<String, Object> item) {
        return Map.of(
                "type",
                "object",
                "required",
                List.of("items", "nextCursor"),
                "properties",
                Map.of(
                        "items", Map.of("type", "array", "items", item),
                        "nextCursor", Map.of("type", List.of("string", "null"))));
    }

    private Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            Map<String, Object> schema = schema(component.getGenericType());
            properties.put(component.getName(), nullable ? orNull(schema) : schema);
            if (!nullable) {
                required.add(component.getName());
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Map.of("type", "array", "items", schema(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return reference(plain);
        }
        return simple(type);
    }

    private static Map<String, Object> simple(Type type) {
        if (type == String.class) {
            return Map.of("type", "string");
        } else if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        } else if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        } else if (type == LocalDateTime.class) {
            return Map.of("type", "string", "description", "Local time of the camera, without a zone");
        } else if (type == int.class || type == long.class || type == Long.class) {
            return Map.of("type", "integer");
        } else if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return Map.of("type", "number");
        } else if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        } else if (type == JsonNode.class) {
            return Map.of();
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    private static String name(Class<?> type) {
        return type == Problem.Body.class ? "Problem" : type.getSimpleName();
    }
}
