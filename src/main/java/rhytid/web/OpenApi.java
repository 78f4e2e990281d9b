package rhytid.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rhytid.account.Action;
import rhytid.account.Role;

/** The OpenAPI 3.1 document, made of the routes themselves: what is not declared there is not served. */
final class OpenApi {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String PROBLEM = "application/problem+json";

    private final Schemas schemas = new Schemas();

    static String of(List<Endpoint> endpoints, String version) {
        return Json.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new OpenApi().document(endpoints, version));
    }

    private Map<String, Object> document(List<Endpoint> endpoints, String version) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            paths.computeIfAbsent(endpoint.path(), path -> new LinkedHashMap<>())
                    .put(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        schemas.reference(Problem.Body.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Rhytid",
                        "version",
                        version,
                        "license",
                        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/api/v1")));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas", schemas.all(),
                        "securitySchemes",
                                Map.of(
                                        "token", Map.of("type", "http", "scheme", "bearer"),
                                        "session",
                                                Map.of(
                                                        "type", "apiKey",
                                                        "description", "With __Host- before it under https",
                                                        "in", "cookie",
                                                        "name", CallerFinder.SESSION_COOKIE))));
        return document;
    }

    private Map<String, Object> operation(Endpoint endpoint) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(endpoint));
        operation.put("summary", endpoint.summary());
        operation.put("parameters", parameters(endpoint));
        if (endpoint.isUpload()) {
            operation.put("requestBody", uploadBody());
        } else if (endpoint.example() != null) {
            operation.put("requestBody", requestBody(endpoint.example()));
        }
        operation.put("responses", responses(endpoint));
        Action action = endpoint.action();
        operation.put(
                "security",
                action == null ? List.of() : List.of(Map.of("token", List.of()), Map.of("session", List.of())));
        operation.put("x-rhytid-access", access(action));
        return operation;
    }

    /** Who may, as the policy says it. */
    private static Map<String, Object> access(@Nullable Action action) {
        Map<String, Object> access = new LinkedHashMap<>();
        if (action == null) {
            access.put("everybody", true);
            return access;
        }
        access.put("action", action.key());
        for (Role role : Role.values()) {
            if (role != Role.PATIENT) {
                access.put(role.key(), action.staff().contains(role));
            }
        }
        access.put("patient", action.patients().name().toLowerCase(Locale.ROOT));
        access.put("invited", action.invited());
        return access;
    }

    private static String operationId(Endpoint endpoint) {
        StringBuilder id = new StringBuilder(endpoint.method().toLowerCase(Locale.ROOT));
        for (String part : endpoint.path().split("[/{}.\\-]+")) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }

    private static List<Map<String, Object>> parameters(Endpoint endpoint) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(endpoint.path());
        while (variables.find()) {
            parameters.add(parameter(variables.group(1), "path", true, "Opaque"));
        }
        endpoint.parameters().forEach(p -> parameters.add(parameter(p.name(), "query", false, p.description())));
        if (endpoint.creates()) {
            parameters.add(parameter("Idempotency-Key", "header", false, "Sent again with it, nothing is made twice"));
        }
        if (endpoint.isConditional()) {
            parameters.add(parameter("If-Match", "header", true, "The ETag of what is changed"));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, String description) {
        return Map.of(
                "name", name,
                "in", in,
                "required", required,
                "description", description,
                "schema", Map.of("type", "string"));
    }

    private Map<String, Object> requestBody(Object example) {
        return Map.of(
                "content",
                Map.of(
                        "application/json",
                        Map.of("schema", schemas.reference(example.getClass()), "example", example)));
    }

    private static Map<String, Object> uploadBody() {
        Map<String, Object> bytes = Map.of("schema", Map.of("type", "string", "format", "binary"));
        Map<String, Object> form = Map.of(
                "schema",
                Map.of("type", "object", "properties", Map.of("photo", Map.of("type", "string", "format", "binary"))));
        return Map.of("required", true, "content", Map.of("image/*", bytes, "multipart/form-data", form));
    }

    private Map<String, Object> responses(Endpoint endpoint) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(String.valueOf(endpoint.status()), success(endpoint));
        if (endpoint.isUpload()) {
            responses.put("200", success(endpoint));
        }
        TreeSet<Integer> errors = new TreeSet<>(endpoint.errors());
        errors.addAll(List.of(429, 500, 503));
        if (endpoint.action() != null) {
            errors.addAll(List.of(401, 403));
        }
        if (endpoint.path().contains("{")) {
            errors.add(404);
        }
        for (int status : errors) {
            responses.put(
                    String.valueOf(status),
                    Map.of(
                            "description", Status.title(status),
                            "content",
                                    Map.of(
                                            PROBLEM,
                                            Map.of(
                                                    "schema", schemas.reference(Problem.Body.class),
                                                    "example", Examples.problem(status)))));
        }
        return responses;
    }

    private Map<String, Object> success(Endpoint endpoint) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", Status.title(endpoint.status()));
        Class<?> form = endpoint.form();
        if (form != null) {
            Map<String, Object> schema = schemas.reference(form);
            Object whole = endpoint.givesPage() ? Schemas.page(schema) : schema;
            Object example = endpoint.givesPage() ? Examples.page(form) : Examples.of(form);
            response.put("content", Map.of("application/json", Map.of("schema", whole, "example", example)));
        } else if (endpoint.givesType().endsWith("json")) {
            Map<String, Object> free = Map.of("schema", Map.of("type", "object"), "example", Map.of());
            response.put("content", Map.of(endpoint.givesType(), free));
        } else if (endpoint.status() != 204) {
            Map<String, Object> bytes = Map.of("type", "string", "format", "binary");
            response.put("content", Map.of(endpoint.givesType(), Map.of("schema", bytes)));
        }
        return response;
    }
}
