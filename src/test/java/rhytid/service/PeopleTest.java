package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.service.HttpCalls.Reply;

/** Accounts, sessions and passwords over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {

    @AutoClose
    private final TestNode node = TestNode.start();

    private final HttpCalls admin = node.admin();
    private int count;

    private String email() {
        return "person" + count++ + "@clinic.example";
    }

    private Reply create(String email, String password) {
        return admin.post("/users", Map.of("email", email, "role", "assistant", "password", password));
    }

    private Reply login(String email, String password) {
        return node.calls().post("/login", Map.of("email", email, "password", password));
    }

    @Test
    void shortAndCommonPasswordsAreTurnedAway() {
        for (String weak : new String[] {
            "short",
            "passwordpassword1!",
            "P4ssw0rd123456",
            "aaaaaaaaaaaaaa",
            "abcdefghijklmnop",
            "123456789012",
            "q1w2e3r4t5y6"
        }) {
            assertThat(create(email(), weak).status()).as(weak).isEqualTo(422);
        }
        create("clara.winter@clinic.example", "clara.winter").is(422);
        create(email(), "Vier blaue Schuhe").is(201);
    }

    @Test
    void theSameEmailTwiceIsTurnedAwayWhateverItsCase() {
        String email = email();
        create(email, Cast.PASSWORD).is(201);
        assertThat(create(email.toUpperCase(java.util.Locale.ROOT), Cast.PASSWORD)
                        .is(422)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("email-taken");
    }

    @Test
    void guessingIsSlowedDownAndDoesNotTellWhoHasAnAccount() {
        String email = email();
        create(email, Cast.PASSWORD).is(201);
        String known =
                login(email, "a wrong password").is(401).json().get("detail").asString();
        String unknown =
                login(email(), "a wrong password").is(401).json().get("detail").asString();
        assertThat(known).isEqualTo(unknown);
        for (int i = 0; i < 4; i++) {
            login(email, "another wrong password").is(401);
        }
        Reply slowed = login(email, Cast.PASSWORD).is(429);
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 900);
    }

    @Test
    void signingOutEverywhereEndsAllSessionsOfTheAccountAlone() {
        String email = email();
        create(email, Cast.PASSWORD).is(201);
        HttpCalls first = node.calls().signIn(email, Cast.PASSWORD);
        HttpCalls second = node.calls().signIn(email, Cast.PASSWORD);
        second.post("/logout").is(204);
        second.get("/me").is(401);
        first.get("/me").is(200);
        HttpCalls third = node.calls().signIn(email, Cast.PASSWORD);
        third.post("/logout?everywhere=true").is(204);
        first.get("/me").is(401);
        admin.get("/me").is(200);
    }

    @Test
    void passwordLinkWorksOnceAndEndsSessions() {
        String email = email();
        String id = create(email, Cast.PASSWORD).is(201).id();
        HttpCalls signedIn = node.calls().signIn(email, Cast.PASSWORD);
        String link = admin.post("/users/" + id + "/password-link")
                .is(201)
                .json()
                .get("token")
                .asString();
        node.calls()
                .post("/password", Map.of("token", link, "password", "short"))
                .is(422);
        node.calls()
                .post("/password", Map.of("token", link, "password", "Drei gelbe Zitronen"))
                .is(204);
        node.calls()
                .post("/password", Map.of("token", link, "password", "Vier gelbe Zitronen"))
                .is(410);
        signedIn.get("/me").is(401);
        login(email, Cast.PASSWORD).is(401);
        login(email, "Drei gelbe Zitronen").is(200);
    }

    @Test
    void closedAccountIsSignedOutAndStaysOut() {
        String email = email();
        Reply created = create(email, Cast.PASSWORD).is(201);
        HttpCalls person = node.calls().signIn(email, Cast.PASSWORD);
        String path = "/users/" + created.id();
        admin.patch(path, Map.of("active", false)).is(428);
        admin.patch(path, Map.of("active", false), "If-Match", "\"77\"").is(412);
        admin.patch(path, Map.of("active", false), "If-Match", created.header("ETag"))
                .is(200);
        person.get("/me").is(401);
        login(email, Cast.PASSWORD).is(401);
    }

    @Test
    void nameIsTakenAwayByAnEmptyTextAndHasABound() {
        Reply created = create(email(), Cast.PASSWORD).is(201);
        String path = "/users/" + created.id();
        Reply bare = admin.patch(path, Map.of("name", " "), "If-Match", created.header("ETag"))
                .is(200);
        assertThat(bare.json().get("name").isNull()).isTrue();
        admin.patch(path, Map.of("name", "x".repeat(201)), "If-Match", bare.header("ETag"))
                .is(422);
    }

    @Test
    void theLastAdministratorCannotBeClosed() {
        Reply me = admin.get("/users/" + admin.get("/me").id()).is(200);
        admin.patch("/users/" + me.id(), Map.of("active", false), "If-Match", me.header("ETag"))
                .is(422);
        admin.get("/me").is(200);
    }

    @Test
    void browserSessionNeedsTheWordAgainstForgery() {
        Reply login = login(TestNode.ADMIN, TestNode.PASSWORD).is(200);
        String cookies = String.join("; ", login.response().headers().allValues("Set-Cookie"));
        assertThat(cookies).contains("HttpOnly").contains("SameSite=Strict");
        String session = value(cookies, "rhytid_session");
        String csrf = value(cookies, "rhytid_csrf");
        HttpCalls browser = node.calls();
        browser.get("/me", "Cookie", "rhytid_session=" + session).is(200);
        Map<String, String> patient = Map.of("name", "By browser");
        browser.post("/patients", patient, "Cookie", "rhytid_session=" + session)
                .is(403);
        browser.post("/patients", patient, "Cookie", "rhytid_session=" + session, "X-CSRF-Token", "wrong")
                .is(403);
        browser.post("/patients", patient, "Cookie", "rhytid_session=" + session, "X-CSRF-Token", csrf)
                .is(201);
    }

    @Test
    void underHttpsCookiesAreOfThisHostAlone() {
        try (TestNode secure = TestNode.start("--public-url=https://clinic.example")) {
            Reply login = secure.calls()
                    .post("/login", Map.of("email", TestNode.ADMIN, "password", TestNode.PASSWORD))
                    .is(200);
            List<String> cookies = login.response().headers().allValues("Set-Cookie");
            assertThat(cookies)
                    .hasSize(2)
                    .allMatch(cookie -> cookie.startsWith("__Host-rhytid_") && cookie.contains("Path=/"))
                    .allMatch(cookie -> cookie.contains("Secure") && !cookie.contains("Domain"));
            String session = value(String.join("; ", cookies), "__Host-rhytid_session");
            secure.calls()
                    .get("/me", "Cookie", "__Host-rhytid_session=" + session)
                    .is(200);
            secure.calls().get("/me", "Cookie", "rhytid_session=" + session).is(401);
        }
    }

    private static String value(String cookies, String name) {
        return cookies.replaceAll("(?s).*" + name + "=([^;]*).*", "$1");
    }

    @Test
    void tokensAndPasswordsAreNotInTheDatabase() throws Exception {
        String token = node.admin().token();
        try (var connection = java.sql.DriverManager.getConnection(
                        node.database.url(), node.database.user(), node.database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(s::text, ' ') || (select string_agg(a::text, ' ')"
                        + " from account a) from session s")) {
            rows.next();
            assertThat(rows.getString(1)).contains("$argon2id$").doesNotContain(token, TestNode.PASSWORD);
        }
    }

    @Test
    void aLinkThatIsToldAgainIsNotInTheDatabase() throws Exception {
        String id = create(email(), Cast.PASSWORD).is(201).id();
        String path = "/users/" + id + "/password-link";
        String link = admin.post(path, Map.of(), "Idempotency-Key", "told-again")
                .is(201)
                .json()
                .get("token")
                .asString();
        assertThat(admin.post(path, Map.of(), "Idempotency-Key", "told-again")
                        .is(201)
                        .json()
                        .get("token")
                        .asString())
                .isEqualTo(link);
        try (var connection = java.sql.DriverManager.getConnection(
                        node.database.url(), node.database.user(), node.database.password());
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select encode(answer, 'escape') || a::text"
                    + " from answered_request a where key = 'told-again'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isNotEmpty().doesNotContain(link, "/password#");
            }
            statement.executeUpdate("update answered_request set answer = null where key = 'told-again'");
        }
        assertThat(admin.post(path, Map.of(), "Idempotency-Key", "told-again")
                        .is(409)
                        .json()
                        .get("detail")
                        .asString())
                .contains("was done already");
    }

    @Test
    void withoutAnAdministratorALinkMakesTheFirstOne() {
        try (TestNode fresh = TestNode.start("--no-admin")) {
            String token = fresh.said.toString().replaceAll("(?s).*/setup#(\\S+).*", "$1");
            Map<String, String> body =
                    Map.of("token", token, "email", "first@clinic.example", "password", Cast.PASSWORD);
            fresh.calls().post("/setup", body).is(201);
            fresh.calls().post("/setup", body).is(410);
            assertThat(fresh.calls()
                            .signIn("first@clinic.example", Cast.PASSWORD)
                            .get("/me")
                            .json()
                            .get("role")
                            .asString())
                    .isEqualTo("admin");
        }
    }

    @Test
    void whatIsNotJsonOrNotAskedForIsAProblem() {
        admin.send("POST", "/patients", BodyPublishers.ofString("name=x"), "Content-Type", "text/plain")
                .is(415);
        admin.send("POST", "/patients", BodyPublishers.ofString("{"), "Content-Type", "application/json")
                .is(400);
        admin.post("/patients", Map.of()).is(422);
        Reply stray = admin.get("/no-such-thing").is(404);
        assertThat(stray.header("Content-Type")).startsWith("application/problem+json");
        assertThat(admin.post("/me").is(405).header("Content-Type")).startsWith("application/problem+json");
        admin.get("/patients?limit=0").is(400);
    }
}
