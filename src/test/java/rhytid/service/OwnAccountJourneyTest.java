package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.account.AuthenticatorApp;

/** A person sets up a second factor, signs in with it, loses the phone, and looks after their sessions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnAccountJourneyTest {

    private static final String EMAIL = "ana@clinic.example";

    @AutoClose
    private final TestNode node = TestNode.start("--require-second-factor");

    private final Walk walk = node.walk();
    private List<String> recovery;

    @BeforeAll
    void administratorIsIn() {
        walk.go("/sign-in")
                .type("email", TestNode.ADMIN)
                .type("password", TestNode.PASSWORD)
                .press("Sign in");
        walk.see("Your clinic wants a second factor").look("second-factor-wanted");
        walk.go("/patients").see("Your clinic wants a second factor");
        walk.type("password", "not the password").press("Go on").see("This is not your password.");
        walk.type("password", TestNode.PASSWORD)
                .press("Go on")
                .see("Tell your app")
                .look("second-factor-app");
        AuthenticatorApp app =
                new AuthenticatorApp(walk.evaluate("document.querySelector('.secret').textContent.trim()")
                        .stringValue());
        walk.type("code", "000000").press("Turn it on").see("This code is not right");
        assertThat(walk.evaluate("document.querySelector('.secret') === null").booleanValue())
                .as("the secret is shown right after the password alone")
                .isTrue();
        walk.type("code", app.code(Instant.now()))
                .press("Turn it on")
                .see("Write these down")
                .look("recovery-codes");
        recovery = walk.evaluate("document.querySelector('.codes').innerText")
                .stringValue()
                .lines()
                .toList();
        HttpCalls admin = node.calls()
                .as(node.calls()
                        .post(
                                "/login",
                                Map.of(
                                        "email", TestNode.ADMIN,
                                        "password", TestNode.PASSWORD,
                                        "code", recovery.getFirst()))
                        .is(200)
                        .json()
                        .get("token")
                        .asString());
        admin.post("/users", Map.of("email", EMAIL, "role", "assistant", "password", Cast.PASSWORD))
                .is(201);
    }

    @Test
    void whoSignsInIsAskedForTheCodeAndWithoutThePhoneForARecoveryCode() {
        walk.asNobody().go("/patients").type("email", TestNode.ADMIN).type("password", TestNode.PASSWORD);
        walk.press("Sign in").see("Your authenticator app shows them now.").look("sign-in-code");
        walk.type("code", "000000").press("Sign in").see("This code is not right");
        walk.press("No phone at hand? Use a recovery code")
                .see("One of those that you kept")
                .look("sign-in-recovery");
        walk.type("code", recovery.getLast()).press("Sign in").await("location.pathname === '/patients'");
        walk.see("Something happened to your account.").press("Read what").see("Signed in with a recovery code");
        walk.look("account");
        walk.press("I know of this").await("!document.querySelector('.note.warn')");
        walk.go("/account/second-factor").see("recovery codes are left").look("second-factor-on");
    }

    @Test
    void sessionsElsewhereAreEndedWithThePassword() {
        walk.asNobody().signIn(EMAIL, Cast.PASSWORD);
        HttpCalls elsewhere = node.calls().signIn(EMAIL, Cast.PASSWORD);
        walk.go("/account").see("A program").press("Sign out there").see("Choose at least one of them.");
        walk.clickOn("[name=session]:not([disabled])").type("password", "wrong").press("Sign out there");
        walk.see("This is not your password.");
        elsewhere.get("/me").is(200);
        walk.clickOn("[name=session]:not([disabled])")
                .type("password", Cast.PASSWORD)
                .press("Sign out there");
        walk.see("Signed out there.");
        elsewhere.get("/me").is(401);
    }
}
