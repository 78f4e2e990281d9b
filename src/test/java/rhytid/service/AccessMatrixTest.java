package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Every route of the OpenAPI document with every kind of caller, against a table written by hand from the contract. A
 * route that the table does not know fails, and so does a row without a route.
 *
 * <p>Callers: nobody, administrator, injector, assistant, the patient whose it is, another patient, an upload
 * invitation for another visit. Letters: {@code y} let in (any answer but 401, 403 and 404), {@code n} 403, {@code h}
 * hidden, 404; {@code a} 401.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    private static final List<String> CALLERS =
            List.of("nobody", "admin", "injector", "assistant", "own", "other", "invited");

    /** In the order of the callers. */
    private static final Map<String, String> RULES = rules();

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        for (String open : List.of("POST /login", "POST /password", "POST /setup", "POST /invitations/session")) {
            rules.put(open, "open");
        }
        for (String self : List.of(
                "GET /me",
                "PUT /me/password",
                "GET /me/second-factor",
                "POST /me/second-factor",
                "PUT /me/second-factor",
                "POST /me/second-factor/codes",
                "POST /me/second-factor/end",
                "GET /me/sessions",
                "POST /me/sessions/end",
                "GET /me/notices",
                "POST /me/notices/seen",
                "POST /logout")) {
            rules.put(self, "ayyyyyn");
        }
        for (String admin : List.of(
                "POST /users",
                "GET /users",
                "GET /users/{id}",
                "PATCH /users/{id}",
                "POST /users/{id}/sessions/end",
                "DELETE /users/{id}/second-factor",
                "GET /audit",
                "GET /service",
                "GET /service/failed")) {
            rules.put(admin, "aynnnnn");
        }
        rules.put("POST /users/{id}/password-link", "ayyynnn");
        for (String staff : List.of("POST /patients", "GET /patients")) {
            rules.put(staff, "ayyynnn");
        }
        for (String staff : List.of(
                "GET /patients/{id}",
                "PATCH /patients/{id}",
                "DELETE /patients/{id}",
                "GET /patients/{id}/comparisons",
                "POST /patients/{id}/invitations",
                "POST /visits/{id}/close",
                "DELETE /invitations/{id}",
                "POST /comparisons",
                "POST /comparisons/{id}/retry",
                "GET /comparisons/{id}/landmarks",
                "GET /photos/{id}/original")) {
            rules.put(staff, "ayyynhn");
        }
        for (String injector : List.of(
                "POST /patients/{id}/treatments",
                "GET /patients/{id}/treatments",
                "PUT /comparisons/{id}/review",
                "POST /comparisons/{id}/share",
                "DELETE /comparisons/{id}/share")) {
            rules.put(injector, "ayynnhn");
        }
        for (String own : List.of(
                "POST /patients/{id}/visits",
                "GET /patients/{id}/visits",
                "GET /visits/{id}",
                "GET /photos/{id}",
                "GET /photos/{id}/preview",
                "GET /photos/{id}/thumbnail",
                "DELETE /photos/{id}",
                "GET /patients/{id}/gallery",
                "GET /patients/{id}/consent",
                "PUT /patients/{id}/consent")) {
            rules.put(own, "ayyyyhn");
        }
        for (String visit : List.of(
                "PUT /visits/{id}/photos/{expression}",
                "GET /visits/{id}/photos",
                "GET /invitations/{id}",
                "PUT /invitations/{id}/photos/{expression}")) {
            rules.put(visit, "ayyyyhh");
        }
        for (String shared : List.of(
                "GET /comparisons/{id}",
                "GET /comparisons/{id}/events",
                "GET /comparisons/{id}/report.pdf",
                "GET /comparisons/{id}/layers",
                "GET /comparisons/{id}/images/{name}")) {
            rules.put(shared, "ayyyhhn"); // shown here before it is shared
        }
        rules.put("GET /patients/{id}/export", "ayynyhn");
        rules.put("GET /patients/{id}/sightings", "aynnyhn");
        return rules;
    }

    @AutoClose
    private TestNode node;

    private Cast cast;
    private JsonNode document;
    private HttpCalls guest;
    private final Map<String, String> ids = new LinkedHashMap<>();

    @BeforeAll
    void open() {
        node = TestNode.start();
        cast = Cast.of(node);
        document = node.calls().get("/openapi.json").is(200).json();
        guest = node.calls()
                .as(cast.admin()
                        .post("/patients/" + cast.noraId() + "/invitations", Map.of())
                        .is(201)
                        .json()
                        .get("token")
                        .asString());
        JsonNode comparison = cast.comparison(cast.maraId());
        ids.put("comparison", comparison.get("id").asString());
        ids.put(
                "user",
                cast.admin()
                        .post(
                                "/users",
                                Map.of("email", "x@clinic.example", "role", "assistant", "password", Cast.PASSWORD))
                        .is(201)
                        .id());
    }

    @Test
    void everyRouteHasARuleAndEveryRuleARoute() {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(RULES.keySet());
    }

    @Test
    void documentSaysWhoMayAsTheTableDoes() {
        RULES.forEach((route, rule) -> {
            JsonNode access = operation(route).get("x-rhytid-access");
            if (rule.equals("open")) {
                assertThat(access.path("everybody").asBoolean(false)).as(route).isTrue();
                return;
            }
            assertThat(access.get("admin").asBoolean()).as(route).isTrue();
            assertThat(access.get("injector").asBoolean()).as(route).isEqualTo(rule.charAt(2) == 'y');
            assertThat(access.get("assistant").asBoolean()).as(route).isEqualTo(rule.charAt(3) == 'y');
        });
    }

    @Test
    void documentIsWholeWithExamplesAndErrors() {
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        for (String route : RULES.keySet()) {
            JsonNode operation = operation(route);
            JsonNode body = operation.at("/requestBody/content/application~1json");
            assertThat(body.isMissingNode() || body.has("example")).as(route).isTrue();
            JsonNode responses = operation.get("responses");
            assertThat(responses.at("/500/content").has("application/problem+json"))
                    .as(route)
                    .isTrue();
            boolean makes = route.startsWith("POST") && (responses.has("201") || responses.has("202"));
            boolean onceInAnyCase = route.equals("POST /setup") || route.endsWith("/retry");
            if (makes && !onceInAnyCase) { // a token works once, and only what failed is tried again
                assertThat(operation.get("parameters").findValuesAsString("name"))
                        .as(route)
                        .contains("Idempotency-Key");
            }
            for (JsonNode response : responses) {
                for (Map.Entry<String, JsonNode> content :
                        response.path("content").properties()) {
                    assertThat(!content.getKey().endsWith("json")
                                    || content.getValue().has("example"))
                            .as("%s: an example of %s", route, response.get("description"))
                            .isTrue();
                }
            }
            if (!RULES.get(route).equals("open")) {
                assertThat(responses.has("401") && responses.has("403"))
                        .as(route)
                        .isTrue();
            }
        }
        references(document)
                .forEach(name -> assertThat(document.at("/components/schemas").has(name))
                        .as(name)
                        .isTrue());
    }

    private static List<String> references(JsonNode node) {
        return node.findValuesAsString("$ref").stream()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .distinct()
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyRouteWithEveryCaller() {
        List<DynamicTest> tests = new ArrayList<>();
        RULES.forEach((route, rule) -> {
            if (!rule.equals("open")) {
                tests.add(DynamicTest.dynamicTest(route, () -> check(route, rule)));
            }
        });
        return tests.stream();
    }

    private void check(String route, String rule) {
        for (int i = 0; i < CALLERS.size(); i++) {
            String caller = CALLERS.get(i);
            char expected = rule.charAt(i);
            int status = call(caller, route);
            String what = route + " by " + caller + " answered " + status;
            switch (expected) {
                case 'a' -> assertThat(status).as(what).isEqualTo(401);
                case 'n' -> assertThat(status).as(what).isEqualTo(403);
                case 'h' -> assertThat(status).as(what).isEqualTo(404);
                default -> assertThat(status).as(what).isNotIn(401, 403, 404, 405, 500);
            }
        }
    }

    /** Signed in for this route alone where it signs out. */
    private HttpCalls caller(String name, String route) {
        boolean anew = route.equals("POST /logout");
        return switch (name) {
            case "nobody" -> node.calls();
            case "admin" -> anew ? node.admin() : cast.admin();
            case "injector" -> anew ? signIn("injector") : cast.injector();
            case "assistant" -> anew ? signIn("assistant") : cast.assistant();
            case "own" -> anew ? signIn("patient" + cast.maraId()) : cast.mara();
            case "other" -> anew ? signIn("patient" + cast.noraId()) : cast.nora();
            default -> guest;
        };
    }

    private HttpCalls signIn(String name) {
        return node.calls().signIn(name + "@clinic.example", Cast.PASSWORD);
    }

    /** With ids of Mara's things; what is used up by a call is made anew. */
    private int call(String caller, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        String target = path.replace("{id}", id(method, path, caller))
                .replace("{expression}", "rest")
                .replace("{name}", "rest-after.jpg");
        String body = body(route);
        List<String> headers = new ArrayList<>(List.of("If-Match", "\"no such version\""));
        if (body != null) {
            headers.addAll(List.of("Content-Type", "application/json"));
        } else if (method.equals("PUT")) {
            headers.addAll(List.of("Content-Type", "image/jpeg"));
        }
        return caller(caller, route)
                .send(
                        method,
                        target,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                        headers.toArray(String[]::new))
                .status();
    }

    private String id(String method, String path, String caller) {
        if (path.startsWith("/users")) {
            return path.endsWith("password-link") ? patientsUser() : ids.get("user");
        } else if (path.startsWith("/visits")) {
            return cast.visit(cast.maraId(), 9);
        } else if (path.startsWith("/photos")) {
            String visit = cast.visit(cast.maraId(), 9);
            return cast.admin()
                    .get("/visits/" + visit + "/photos")
                    .json()
                    .at("/items/0/id")
                    .asString();
        } else if (path.startsWith("/invitations")) {
            return cast.admin()
                    .post("/patients/" + cast.maraId() + "/invitations", Map.of())
                    .is(201)
                    .id();
        } else if (path.startsWith("/comparisons")) {
            return ids.get("comparison");
        }
        boolean erases = method.equals("DELETE") && !caller.equals("own") && !caller.equals("other");
        return erases ? Cast.patient(cast.admin()) : cast.maraId();
    }

    private String patientsUser() {
        for (JsonNode user : cast.admin().get("/users").json().get("items")) {
            if (user.get("role").asString().equals("patient")) {
                return user.get("id").asString();
            }
        }
        throw new AssertionError("no patient has an account");
    }

    private String body(String route) {
        return switch (route) {
            case "POST /users" -> "{\"email\": \"nobody\", \"role\": \"injector\", \"password\": \"short\"}";
            case "POST /patients" -> "{\"name\": \"Somebody\"}";
            case "PATCH /users/{id}", "PATCH /patients/{id}", "PUT /comparisons/{id}/review" -> "{}";
            case "PUT /me/password" -> "{\"current\": \"" + "wrong password" + "\", \"password\": \"x\"}";
            case "POST /me/second-factor", "POST /me/second-factor/codes", "POST /me/second-factor/end" ->
                "{\"password\": \"wrong password\"}";
            case "PUT /me/second-factor" -> "{\"code\": \"123456\"}";
            case "POST /me/sessions/end" -> "{\"password\": \"wrong password\", \"sessions\": []}";
            case "POST /patients/{id}/treatments" ->
                "{\"date\": \"2026-01-02\", \"product\": \"p\", \"areas\": [\"chin\"], \"units\": 1}";
            case "PUT /patients/{id}/consent" -> "{\"purpose\": \"research\", \"granted\": true}";
            case "POST /comparisons" -> pair();
            default -> null;
        };
    }

    private String pair() {
        String first = cast.visit(cast.maraId(), 9);
        return "{\"baselineVisit\": \"" + first + "\", \"followUpVisit\": \"" + first + "\"}";
    }

    private TreeSet<String> routes() {
        TreeSet<String> routes = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                routes.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    private JsonNode operation(String route) {
        String[] parts = route.split(" ", 2);
        return document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
    }
}
