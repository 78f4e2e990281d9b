package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import rhytid.service.HttpCalls.Reply;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.WebSettings;
import rhytid.web.pages.Pages;

/**
 * Every page and form with every kind of caller, against a table written by hand: y may, n may not, h does not even
 * learn that it is there, a is asked to sign in. A page that the table does not know fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageAccessTest {

    private static final List<String> CALLERS =
            List.of("nobody", "admin", "injector", "assistant", "own", "other", "invited");

    private static final Set<String> OPEN = Set.of(
            "GET /",
            "GET /sign-in",
            "POST /sign-in",
            "GET /sign-in/code",
            "POST /sign-in/code",
            "GET /setup",
            "POST /setup",
            "GET /password",
            "POST /password",
            "GET /invitation",
            "POST /invitation",
            "POST /language",
            "GET /assets/{version}/<name>");

    /** In the order of the callers. */
    private static final Map<String, String> RULES = rules();

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        put(
                rules,
                "ayyyyyn",
                "GET /account",
                "POST /account/sessions",
                "POST /account/notices",
                "GET /account/password",
                "POST /account/password",
                "GET /account/second-factor",
                "POST /account/second-factor",
                "POST /account/second-factor/code",
                "POST /account/second-factor/codes",
                "POST /account/second-factor/end",
                "POST /sign-out");
        put(rules, "ayyynnn", "GET /patients", "GET /patients/new", "POST /patients");
        put(
                rules,
                "ayyynhn",
                "GET /patients/{id}",
                "GET /patients/{id}/visits/new",
                "GET /patients/{id}/timeline",
                "POST /patients/{id}/visits",
                "POST /visits/{id}/invitation",
                "POST /visits/{id}/close",
                "POST /comparisons",
                "POST /comparisons/{id}/again",
                "POST /comparisons/{id}/retry");
        put(
                rules,
                "ayynnhn",
                "GET /patients/{id}/treatments/new",
                "POST /patients/{id}/treatments",
                "POST /comparisons/{id}/review",
                "POST /comparisons/{id}/share",
                "POST /comparisons/{id}/unshare");
        put(
                rules,
                "ayyyyhn",
                "GET /patients/{id}/gallery",
                "GET /patients/{id}/consent",
                "POST /patients/{id}/consent");
        put(
                rules,
                "ayyyyhh",
                "GET /visits/{id}",
                "GET /visits/{id}/photos/{expression}",
                "GET /visits/{id}/outline",
                "POST /visits/{id}/photos/{expression}",
                "POST /visits/{id}/photos/{expression}/look");
        put(rules, "ayyyhhn", "GET /comparisons/{id}"); // before it is shared
        put(rules, "ahhhyyn", "GET /my/visits", "POST /my/visits", "GET /gallery"); // each sees their own
        put(rules, "ahhhyyn", "GET /consent", "POST /consent");
        put(rules, "ahnnyyn", "GET /seen");
        put(rules, "ayynnnn", "GET /work");
        put(
                rules,
                "aynnnnn",
                "GET /administration",
                "GET /administration/people",
                "POST /administration/people",
                "GET /administration/people/{id}",
                "POST /administration/people/{id}",
                "POST /administration/people/{id}/link",
                "POST /administration/people/{id}/second-factor",
                "POST /administration/people/{id}/sign-out",
                "GET /administration/audit",
                "GET /administration/service",
                "GET /administration/service/line");
        return rules;
    }

    private static void put(Map<String, String> rules, String rule, String... routes) {
        for (String route : routes) {
            rules.put(route, rule);
        }
    }

    @AutoClose
    private TestNode node;

    private Cast cast;
    private HttpCalls nobody;
    private String comparison;
    private String guest;

    @BeforeAll
    void open() {
        node = TestNode.start();
        cast = Cast.of(node);
        nobody = node.pages();
        comparison = cast.comparison(cast.maraId()).get("id").asString();
        guest = cast.admin()
                .post("/patients/" + cast.noraId() + "/invitations", Map.of())
                .is(201)
                .json()
                .get("token")
                .asString();
    }

    @Test
    void everyPageHasARuleAndEveryRuleAPage() throws Exception {
        Set<String> known =
                Stream.concat(OPEN.stream(), RULES.keySet().stream()).collect(Collectors.toSet());
        assertThat(Pages.of(clinic(), settings()).endpoints().stream().map(Endpoint::toString))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    /** Enough of a clinic to list the routes. */
    private static Clinic clinic() throws Exception {
        RecordComponent[] parts = Clinic.class.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types)
                .map(type -> type == Clock.class ? Clock.systemUTC() : null)
                .toArray();
        return Clinic.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static WebSettings settings() {
        return new WebSettings("127.0.0.1", 0, "http://localhost", false, 1, Duration.ofSeconds(1), null);
    }

    @TestFactory
    Stream<DynamicTest> everyPageWithEveryCaller() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule.getKey(), rule.getValue())));
    }

    private void check(String route, String rule) {
        for (int i = 0; i < CALLERS.size(); i++) {
            char expected = rule.charAt(i);
            if (expected == 'y' && route.startsWith("POST")) {
                continue; // does it; the journeys see to that
            }
            Reply reply = call(CALLERS.get(i), route);
            String what = route + " by " + CALLERS.get(i) + " answered " + reply.status();
            switch (expected) {
                case 'a' -> {
                    assertThat(reply.status()).as(what).isEqualTo(303);
                    assertThat(reply.header("Location")).as(what).startsWith("/sign-in");
                }
                case 'n' -> assertThat(reply.status()).as(what).isEqualTo(403);
                case 'h' -> assertThat(reply.status()).as(what).isEqualTo(404);
                default -> {
                    assertThat(reply.status()).as(what).isIn(200, 303);
                    assertThat(String.valueOf(reply.header("Location")))
                            .as(what)
                            .doesNotContain("sign-in");
                }
            }
        }
    }

    private Reply call(String caller, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1)
                .replace("{id}", id(route))
                .replace("{expression}", "rest");
        List<String> headers = new ArrayList<>(List.of("Accept", "text/html"));
        String form = "";
        if (method.equals("POST")) {
            headers.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
            String visit = cast.visit(cast.maraId(), 9);
            form = "baseline=" + visit + "&followUp=" + visit;
        }
        return caller(caller).send(method, path, BodyPublishers.ofString(form), headers.toArray(String[]::new));
    }

    private HttpCalls caller(String name) {
        return switch (name) {
            case "nobody" -> nobody;
            case "admin" -> nobody.as(cast.admin().token());
            case "injector" -> nobody.as(cast.injector().token());
            case "assistant" -> nobody.as(cast.assistant().token());
            case "own" -> nobody.as(cast.mara().token());
            case "other" -> nobody.as(cast.nora().token());
            default -> nobody.as(guest);
        };
    }

    /** Of Mara's things. */
    private String id(String route) {
        if (route.contains("/people/")) {
            return cast.admin().get("/users").is(200).json().at("/items/0/id").asString();
        }
        return route.contains("/visits/{id}")
                ? cast.visit(cast.maraId(), 9)
                : route.contains("/comparisons/") ? comparison : cast.maraId();
    }

    @Test
    void formsWithoutTheSessionsWordAreRefused() {
        String cookie = "rhytid_session=" + cast.admin().token();
        Reply refused = nobody.send(
                "POST",
                "/patients",
                BodyPublishers.ofString("name=Forged"),
                "Cookie",
                cookie,
                "Content-Type",
                "application/x-www-form-urlencoded");
        refused.is(403);
        assertThat(cast.admin().get("/patients?q=Forged").json().get("items").size())
                .isZero();
    }

    @Test
    void formsOfOtherSitesAreRefused() {
        nobody.send(
                        "POST",
                        "/sign-in",
                        BodyPublishers.ofString("email=a&password=b"),
                        "Sec-Fetch-Site",
                        "cross-site",
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .is(403);
    }

    @Test
    void signingInGoesOnToNoOtherSite() {
        for (String next : List.of("https://evil.example/", "//evil.example/", "/\\evil.example/")) {
            Reply reply = nobody.send(
                    "POST",
                    "/sign-in",
                    BodyPublishers.ofString("email=" + TestNode.ADMIN + "&password=" + TestNode.PASSWORD + "&next="
                            + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8)),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(reply.is(303).header("Location")).isEqualTo("/");
        }
    }

    @Test
    void pagesForbidForeignAndInlineCode() {
        Reply page = nobody.get("/sign-in", "Accept", "text/html").is(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.text()).doesNotContain("style=", "onclick", "https://");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void assetsAreKeptForGoodUnderTheHashOfThemAll() {
        String html = nobody.get("/sign-in", "Accept", "text/html").text();
        String style = html.replaceFirst("(?s).*href=\"(/assets/[^\"]*/app.css)\".*", "$1");
        Reply asset = nobody.get(style, "Accept-Encoding", "gzip").is(200);
        assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(asset.header("Content-Encoding")).isEqualTo("gzip");
        nobody.get("/assets/0/no-such.css").is(404);
    }
}
