package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stands around every page, and how people get in and out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameInBrowserTest {

    @AutoClose
    private final TestNode node = TestNode.start();

    private final Walk walk = node.walk();

    @Test
    void whoeverIsSignedOutSignsInAndGoesOnToWhereTheyWere() {
        walk.asNobody().go("/account/password");
        assertThat(walk.path()).isEqualTo("/sign-in");
        walk.look("sign-in");
        walk.type("email", TestNode.ADMIN).type("password", "not-the-password").press("Sign in");
        walk.see("E-mail or password is not right.");
        walk.type("password", TestNode.PASSWORD).press("Sign in");
        walk.await("location.pathname === '/account/password'").look("own-password");
    }

    @Test
    void signingOutEndsTheSession() {
        walk.asNobody().signIn(TestNode.ADMIN, TestNode.PASSWORD).go("/account/password");
        walk.clickOn(".account summary").press("Sign out").see("You are signed out.");
        walk.go("/account/password");
        assertThat(walk.path()).isEqualTo("/sign-in");
    }

    @Test
    void firstAdministratorIsMadeWithTheLinkThatTheFirstStartPrints() {
        try (TestNode fresh = TestNode.start("--no-admin")) {
            Walk first = fresh.walk();
            first.go("/setup#" + fresh.said.toString().strip().replaceFirst("(?s).*/setup#", ""));
            first.await("location.hash === ''").look("setup");
            first.type("email", "ana@clinic.example").type("password", "short").press("Create administrator");
            first.see("At least 12 characters are needed.");
            first.type("password", Cast.PASSWORD).press("Create administrator").see("The administrator is made.");
            first.signIn("ana@clinic.example", Cast.PASSWORD).see("Work list");
        }
    }

    @Test
    void whoeverIsSignedInIsAskedBeforeALinkSignsThemOut() {
        walk.asNobody().signIn(TestNode.ADMIN, TestNode.PASSWORD).go("/invitation#abcdefghijklmnopqrstuvwxyz");
        walk.see("Opening the link signs you out").look("invitation");
        walk.press("Continue").see("This link is used up");
    }

    @Test
    void wrongPathsExplainThemselves() {
        walk.asNobody().go("/no-such-page").see("There is no such page").look("not-found");
    }

    @Test
    void linksTokenGoesIntoTheFormAndOutOfTheAddress() {
        walk.asNobody().go("/password#abcdefghijklmnopqrstuvwxyz").await("location.hash === ''");
        walk.look("password-by-link");
        walk.type("password", "Regenschirm-Quitte-7").press("Save password").see("This link was used");
    }
}
