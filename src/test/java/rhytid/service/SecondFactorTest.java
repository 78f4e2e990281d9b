package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.TestDatabase;
import rhytid.account.AuthenticatorApp;
import rhytid.service.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** The second factor, one's own sessions, and what people are told about both, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondFactorTest {

    private final HandClock clock = new HandClock();

    @AutoClose
    private final TestNode node = TestNode.at(clock, TestDatabase.create());

    private final HttpCalls admin = node.admin();
    private int count;

    /** Somebody with a second factor. */
    private record Person(String id, String email, HttpCalls calls, AuthenticatorApp app, List<String> recovery) {}

    private Person person() {
        return person(node, admin, "assistant");
    }

    private Person person(TestNode at, HttpCalls by, String role) {
        String email = "person" + count++ + "@clinic.example";
        String id = by.post("/users", Map.of("email", email, "role", role, "password", Cast.PASSWORD))
                .is(201)
                .id();
        HttpCalls calls = at.calls().signIn(email, Cast.PASSWORD);
        AuthenticatorApp app = app(calls, null);
        return new Person(id, email, calls, app, turnOn(calls, app));
    }

    private static AuthenticatorApp app(HttpCalls calls, String code) {
        Map<String, String> body = new HashMap<>(Map.of("password", Cast.PASSWORD));
        if (code != null) {
            body.put("code", code);
        }
        JsonNode draft = calls.post("/me/second-factor", body).is(200).json();
        assertThat(draft.get("url").asString())
                .startsWith("otpauth://totp/Rhytid:person")
                .contains("secret=" + draft.get("secret").asString(), "issuer=Rhytid");
        return new AuthenticatorApp(draft.get("secret").asString());
    }

    private List<String> turnOn(HttpCalls calls, AuthenticatorApp app) {
        JsonNode answer =
                calls.put("/me/second-factor", Map.of("code", now(app))).is(200).json();
        List<String> codes = new ArrayList<>();
        answer.get("codes").forEach(code -> codes.add(code.asString()));
        return codes;
    }

    /** The code that the phone shows now; each moment is half a minute after the last. */
    private String now(AuthenticatorApp app) {
        clock.on(Duration.ofSeconds(30));
        return app.code(clock.instant());
    }

    private Reply login(String email, String password) {
        return node.calls().post("/login", Map.of("email", email, "password", password));
    }

    private Reply login(String email, String password, String code) {
        return node.calls().post("/login", Map.of("email", email, "password", password, "code", code));
    }

    private static String problem(Reply reply) {
        return reply.json().get("code").asString();
    }

    private static List<String> told(HttpCalls calls) {
        return calls.get("/me/notices").is(200).json().get("items").findValuesAsString("what");
    }

    @Test
    void passwordAloneNoLongerOpensAndCodeAloneNeither() {
        Person ana = person();
        assertThat(problem(login(ana.email(), Cast.PASSWORD).is(401))).isEqualTo("code-wanted");
        assertThat(problem(
                        login(ana.email(), "not the password", now(ana.app())).is(401)))
                .isEqualTo("wrong-password");
        assertThat(problem(login(ana.email(), Cast.PASSWORD, "000000").is(401))).isEqualTo("wrong-code");
        HttpCalls in = node.calls()
                .as(login(ana.email(), Cast.PASSWORD, now(ana.app()))
                        .is(200)
                        .json()
                        .get("token")
                        .asString());
        assertThat(in.get("/me/second-factor").is(200).json().get("active").asBoolean())
                .isTrue();
    }

    @Test
    void codeIsTakenOnceEvenWhenItComesManyTimesAtOnce() throws Exception {
        Person ana = person();
        String code = now(ana.app());
        List<Callable<Reply>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tries.add(() -> login(ana.email(), Cast.PASSWORD, code));
        }
        int in = 0;
        try (ExecutorService hands = Executors.newFixedThreadPool(tries.size())) {
            for (Future<Reply> one : hands.invokeAll(tries)) {
                in += one.get().status() == 200 ? 1 : 0;
            }
        }
        assertThat(in).isEqualTo(1);
    }

    @Test
    void recoveryCodeOpensOnceAndThePersonIsTold() {
        Person ana = person();
        assertThat(ana.recovery()).hasSize(8).doesNotHaveDuplicates().allMatch(code -> code.matches("\\w{5}-\\w{5}"));
        String code = ana.recovery().getFirst();
        login(ana.email(), Cast.PASSWORD, code).is(200);
        login(ana.email(), Cast.PASSWORD, code).is(401);
        login(
                        ana.email(),
                        Cast.PASSWORD,
                        ana.recovery().get(1).replace("-", " ").toUpperCase(java.util.Locale.ROOT))
                .is(200);
        assertThat(told(ana.calls())).contains("recovery-code-used", "second-factor-on");
        assertThat(ana.calls()
                        .get("/me/second-factor")
                        .json()
                        .get("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void whoGuessesCodesIsSlowedDownThenShutOutAndThePersonIsTold() {
        Person ana = person();
        int heard = 0;
        for (int i = 0; i < 200 && !told(ana.calls()).contains("codes-refused"); i++) {
            heard += login(ana.email(), Cast.PASSWORD, "000000").status() == 401 ? 1 : 0;
            clock.on(Duration.ofMinutes(1));
        }
        assertThat(heard).isEqualTo(20);
        clock.on(Duration.ofMinutes(20));
        login(ana.email(), Cast.PASSWORD, now(ana.app())).is(401);
        login(ana.email(), Cast.PASSWORD, ana.recovery().getFirst()).is(200);
        login(ana.email(), Cast.PASSWORD, now(ana.app())).is(200);
    }

    @Test
    void rightPasswordBetweenGuessesDoesNotMakeThemFewer() {
        Person ana = person();
        int slowed = 0;
        for (int i = 0; i < 12; i++) {
            login(ana.email(), Cast.PASSWORD);
            slowed += login(ana.email(), Cast.PASSWORD, "000000").status() == 429 ? 1 : 0;
        }
        assertThat(slowed).isGreaterThan(5);
    }

    @Test
    void settingUpWantsThePasswordAndLaterTheCodeToo() {
        Person ana = person();
        assertThat(problem(ana.calls()
                        .post("/me/second-factor", Map.of("password", Cast.PASSWORD))
                        .is(422)))
                .isEqualTo("not-confirmed");
        ana.calls()
                .post("/me/second-factor/end", Map.of("password", Cast.PASSWORD, "code", "000000"))
                .is(422);
        ana.calls()
                .post("/me/second-factor/codes", Map.of("password", "wrong", "code", now(ana.app())))
                .is(422);
        AuthenticatorApp other = app(ana.calls(), now(ana.app()));
        login(ana.email(), Cast.PASSWORD, now(other)).is(401); // not before its first code was right
        turnOn(ana.calls(), other);
        login(ana.email(), Cast.PASSWORD, now(ana.app())).is(401);
        login(ana.email(), Cast.PASSWORD, now(other)).is(200);
        login(ana.email(), Cast.PASSWORD, ana.recovery().getLast()).is(401);
        ana.calls()
                .post("/me/second-factor/end", Map.of("password", Cast.PASSWORD, "code", now(other)))
                .is(204);
        login(ana.email(), Cast.PASSWORD).is(200);
    }

    @Test
    void turningItOnEndsTheOtherSessionsAndNotThisOne() {
        String email = "person" + count++ + "@clinic.example";
        admin.post("/users", Map.of("email", email, "role", "injector", "password", Cast.PASSWORD))
                .is(201);
        HttpCalls here = node.calls().signIn(email, Cast.PASSWORD);
        HttpCalls elsewhere = node.calls().signIn(email, Cast.PASSWORD);
        turnOn(here, app(here, null));
        here.get("/me").is(200);
        elsewhere.get("/me").is(401);
    }

    @Test
    void passwordLinkDoesNotGetAroundIt() {
        Person ana = person();
        String link = admin.post("/users/" + ana.id() + "/password-link")
                .is(201)
                .json()
                .get("token")
                .asString();
        node.calls()
                .post("/password", Map.of("token", link, "password", "Drei gelbe Zitronen"))
                .is(204);
        assertThat(problem(login(ana.email(), "Drei gelbe Zitronen").is(401))).isEqualTo("code-wanted");
        HttpCalls in = node.calls()
                .as(login(ana.email(), "Drei gelbe Zitronen", now(ana.app()))
                        .is(200)
                        .json()
                        .get("token")
                        .asString());
        assertThat(told(in)).contains("password-changed");
        in.post("/me/notices/seen").is(204);
        assertThat(in.get("/me/notices").json().get("items").findValues("seen")).allMatch(JsonNode::asBoolean);
    }

    @Test
    void administratorTakesALostOneAwayAndThePersonIsTold() {
        Person ana = person();
        ana.calls().delete("/users/" + ana.id() + "/second-factor").is(403);
        admin.delete("/users/" + ana.id() + "/second-factor").is(204);
        ana.calls().get("/me").is(401);
        String self = admin.get("/me").id();
        admin.delete("/users/" + self + "/second-factor").is(422); // of oneself it wants password and code
        assertThat(told(node.calls().signIn(ana.email(), Cast.PASSWORD))).contains("second-factor-reset");
    }

    @Test
    void whereTheClinicWantsOneAdministratorsAndInjectorsDoNothingBeforeTheyHaveIt() {
        try (TestNode strict = TestNode.at(clock, TestDatabase.create(), "--require-second-factor")) {
            HttpCalls chief = strict.calls().signIn(TestNode.ADMIN, TestNode.PASSWORD);
            assertThat(problem(chief.get("/patients").is(403))).isEqualTo("second-factor-first");
            assertThat(chief.get("/me").is(200).json().get("secondFactorWanted").asBoolean())
                    .isTrue();
            strict.pages()
                    .as(chief.token())
                    .get("/patients", "Accept", "text/html")
                    .is(303);
            JsonNode draft = chief.post("/me/second-factor", Map.of("password", TestNode.PASSWORD))
                    .is(200)
                    .json();
            AuthenticatorApp app = new AuthenticatorApp(draft.get("secret").asString());
            turnOn(chief, app);
            chief.get("/patients").is(200);
            chief.post("/me/second-factor/end", Map.of("password", TestNode.PASSWORD, "code", now(app)))
                    .is(422);
            chief.post(
                            "/users",
                            Map.of("email", "helps@clinic.example", "role", "assistant", "password", Cast.PASSWORD))
                    .is(201);
            strict.calls()
                    .signIn("helps@clinic.example", Cast.PASSWORD)
                    .get("/patients")
                    .is(200);
        }
    }

    @Test
    void startThatForgetsItLetsTheOnlyAdministratorInAgain() {
        var database = TestDatabase.create();
        String folder;
        try (TestNode first = TestNode.at(clock, database)) {
            folder = first.folder.toString();
            HttpCalls chief = first.admin();
            JsonNode draft = chief.post("/me/second-factor", Map.of("password", TestNode.PASSWORD))
                    .json();
            turnOn(chief, new AuthenticatorApp(draft.get("secret").asString()));
            first.calls()
                    .post("/login", Map.of("email", TestNode.ADMIN, "password", TestNode.PASSWORD))
                    .is(401);
        }
        try (TestNode again =
                TestNode.at(clock, database, "--data=" + folder, "--forget-second-factor=" + TestNode.ADMIN)) {
            assertThat(told(again.admin())).contains("second-factor-reset");
        }
    }

    @Test
    void afterARestartTheSameCodesOpen() {
        var database = TestDatabase.create();
        Person ana;
        String folder;
        try (TestNode first = TestNode.at(clock, database)) {
            folder = first.folder.toString();
            ana = person(first, first.admin(), "assistant");
        }
        try (TestNode again = TestNode.at(clock, database, "--data=" + folder)) {
            again.calls()
                    .post("/login", Map.of("email", ana.email(), "password", Cast.PASSWORD, "code", now(ana.app())))
                    .is(200);
        }
    }

    @Test
    void neitherSecretNorRecoveryCodesAreInTheDatabaseAndTheKeyIsItsOwnersAlone() throws Exception {
        String email = "person" + count++ + "@clinic.example";
        admin.post("/users", Map.of("email", email, "role", "assistant", "password", Cast.PASSWORD))
                .is(201);
        HttpCalls calls = node.calls().signIn(email, Cast.PASSWORD);
        AuthenticatorApp app = app(calls, null);
        String secret = app.secretHex();
        List<String> codes = turnOn(calls, app);
        try (var connection = DriverManager.getConnection(
                        node.database.url(), node.database.user(), node.database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(f::text, ' ') ||"
                        + " (select string_agg(c::text, ' ') from recovery_code c) from second_factor f")) {
            rows.next();
            assertThat(rows.getString(1))
                    .contains("$argon2id$")
                    .doesNotContain(secret, codes.getFirst(), codes.getFirst().replace("-", ""));
        }
        assertThat(Files.getPosixFilePermissions(node.folder.resolve("secret.key")))
                .hasSize(2);
    }

    @Test
    void peopleSeeTheirOpenSessionsAndEndThoseTheyChoose() {
        String email = "person" + count++ + "@clinic.example";
        admin.post("/users", Map.of("email", email, "role", "assistant", "password", Cast.PASSWORD))
                .is(201);
        HttpCalls here = node.calls().signIn(email, Cast.PASSWORD);
        String phone = node.calls()
                .post(
                        "/login",
                        Map.of("email", email, "password", Cast.PASSWORD),
                        "User-Agent",
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0"
                                + " Mobile/15E148 Safari/604.1")
                .is(200)
                .json()
                .get("token")
                .asString();
        HttpCalls third = node.calls().signIn(email, Cast.PASSWORD);
        JsonNode open = here.get("/me/sessions").is(200).json().get("items");
        assertThat(open).hasSize(3);
        JsonNode onPhone = null;
        for (JsonNode one : open) {
            onPhone = one.path("device").asString("").equals("Safari · iPhone") ? one : onPhone;
        }
        assertThat(onPhone.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(onPhone.get("current").asBoolean()).isFalse();
        Map<String, Object> that = Map.of(
                "password", Cast.PASSWORD, "sessions", List.of(onPhone.get("id").asString()));
        here.post("/me/sessions/end", Map.of("password", "wrong", "sessions", List.of()))
                .is(422);
        admin.post("/me/sessions/end", Map.of("password", TestNode.PASSWORD, "sessions", that.get("sessions")))
                .is(204);
        node.calls().as(phone).get("/me").is(200); // another's word ends none of hers
        here.post("/me/sessions/end", that).is(204);
        node.calls().as(phone).get("/me").is(401);
        third.get("/me").is(200);
        here.post("/me/sessions/end", Map.of("password", Cast.PASSWORD)).is(204);
        third.get("/me").is(401);
        here.get("/me").is(200);
    }

    @Test
    void changedPasswordAndAddressAreTold() {
        String email = "person" + count++ + "@clinic.example";
        String id = admin.post("/users", Map.of("email", email, "role", "assistant", "password", Cast.PASSWORD))
                .is(201)
                .id();
        HttpCalls before = node.calls().signIn(email, Cast.PASSWORD);
        before.put("/me/password", Map.of("current", Cast.PASSWORD, "password", "Drei gelbe Zitronen"))
                .is(204);
        before.get("/me").is(401);
        clock.on(Duration.ofSeconds(1));
        admin.patch(
                        "/users/" + id,
                        Map.of("email", "other-" + email),
                        "If-Match",
                        admin.get("/users/" + id).header("ETag"))
                .is(200);
        assertThat(told(node.calls().signIn("other-" + email, "Drei gelbe Zitronen")))
                .containsExactly("email-changed", "password-changed");
    }
}
