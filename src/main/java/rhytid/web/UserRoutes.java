package rhytid.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Account;
import rhytid.account.AccountChange;
import rhytid.account.Action;
import rhytid.account.NewAccount;
import rhytid.account.Role;
import rhytid.account.Session;
import rhytid.account.Target;
import rhytid.fault.NotThere;
import rhytid.fault.Stale;

/** The people who can sign in. */
final class UserRoutes {

    private final Clinic clinic;
    private final WebSettings settings;

    UserRoutes(Clinic clinic, WebSettings settings) {
        this.clinic = clinic;
        this.settings = settings;
    }

    record User(
            String id,
            String email,
            @Nullable String name,
            String role,
            @Nullable String patientId,
            boolean active,
            Instant createdAt) {}

    record NewUser(
            String email,
            @Nullable String name,
            @Nullable String role,
            String password,
            @Nullable String patientId) {}

    record UserChange(
            @Nullable String email,
            @Nullable String name,
            @Nullable String role,
            @Nullable Boolean active,
            @Nullable String password) {}

    record PasswordLink(String url, String token, Instant expiresAt) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.create("/users", "Make an account", this::create)
                        .is(Action.MANAGE_USERS)
                        .takes(new NewUser("ben@clinic.example", "Ben", "injector", "a long password of his", null))
                        .gives(User.class),
                Endpoint.get("/users", "The accounts", this::list)
                        .is(Action.MANAGE_USERS)
                        .givesPageOf(User.class),
                Endpoint.get("/users/{id}", "An account", this::read)
                        .is(Action.MANAGE_USERS)
                        .gives(User.class),
                Endpoint.patch("/users/{id}", "Change or close an account; may end its sessions", this::change)
                        .is(Action.MANAGE_USERS)
                        .takes(new UserChange(null, null, "assistant", true, null))
                        .gives(User.class)
                        .conditional(),
                Endpoint.post("/users/{id}/sessions/end", "Sign the account out everywhere", this::signOut)
                        .is(Action.MANAGE_USERS)
                        .answers(204),
                Endpoint.delete(
                                "/users/{id}/second-factor",
                                "Take a lost one away; ends all sessions",
                                this::resetFactor)
                        .is(Action.MANAGE_USERS),
                Endpoint.create("/users/{id}/password-link", "A single-use link to set a password", this::link)
                        .is(Action.HAND_OUT_PASSWORD_LINK)
                        .gives(PasswordLink.class));
    }

    private Answer create(Exchange exchange) {
        exchange.pass(Action.MANAGE_USERS, Target.NOTHING);
        NewUser wanted = exchange.body(NewUser.class);
        String role = wanted.role() == null && wanted.patientId() != null ? Role.PATIENT.key() : wanted.role();
        Account account = clinic.accounts()
                .create(new NewAccount(
                        Exchange.required(wanted.email(), "email"),
                        wanted.name(),
                        role(Exchange.required(role, "role")),
                        wanted.patientId(),
                        Exchange.required(wanted.password(), "password")));
        return Answer.created(user(account), "/api/v1/users/" + account.id(), account.version());
    }

    private Answer list(Exchange exchange) {
        exchange.pass(Action.MANAGE_USERS, Target.NOTHING);
        int limit = exchange.limit();
        return Answer.ok(
                Page.of(clinic.accounts().page(exchange.cursor(), limit + 1), limit, Account::id, UserRoutes::user));
    }

    private Answer read(Exchange exchange) {
        Account account = account(exchange, Action.MANAGE_USERS);
        return Answer.ok(user(account), account.version());
    }

    private Answer change(Exchange exchange) {
        Account before = account(exchange, Action.MANAGE_USERS);
        long version = exchange.ifMatch(before.version());
        UserChange wanted = exchange.body(UserChange.class);
        Role role = wanted.role() == null ? null : role(wanted.role());
        Account after = clinic.accounts()
                .change(
                        before,
                        version,
                        new AccountChange(wanted.email(), wanted.name(), role, wanted.active(), wanted.password()))
                .orElseThrow(Stale::new);
        return Answer.ok(user(after), after.version());
    }

    private Answer signOut(Exchange exchange) {
        clinic.sessions().endAll(account(exchange, Action.MANAGE_USERS).id());
        return Answer.done();
    }

    private Answer resetFactor(Exchange exchange) {
        clinic.secondFactors().reset(account(exchange, Action.MANAGE_USERS).id(), exchange.caller());
        return Answer.done();
    }

    /** Any of the staff helps a patient; a colleague's account is the administrator's to open. */
    private Answer link(Exchange exchange) {
        Account account = clinic.accounts().find(exchange.path("id")).orElseThrow(() -> new NotThere("user"));
        boolean patients = account.role() == Role.PATIENT;
        exchange.pass(patients ? Action.HAND_OUT_PASSWORD_LINK : Action.MANAGE_USERS, target(account));
        Session link = clinic.links().forPassword(account.id());
        String url = settings.publicUrl() + "/password#" + link.token();
        return Answer.created(new PasswordLink(url, link.token(), link.expiresAt()), "/api/v1/password");
    }

    private Account account(Exchange exchange, Action action) {
        Account account = clinic.accounts().find(exchange.path("id")).orElseThrow(() -> new NotThere("user"));
        exchange.pass(action, target(account));
        return account;
    }

    /** Not the patient's: a patient asking for any account, their own too, is turned away alike. */
    private static Target target(Account account) {
        return new Target("user/" + account.id(), null, null, false);
    }

    private static Role role(String key) {
        return Role.of(key)
                .orElseThrow(() -> new Problem(422, "role", "A role is admin, injector, assistant or patient."));
    }

    static User user(Account account) {
        return new User(
                account.id(),
                account.email(),
                account.name(),
                account.role().key(),
                account.patientId(),
                account.active(),
                account.createdAt());
    }
}
