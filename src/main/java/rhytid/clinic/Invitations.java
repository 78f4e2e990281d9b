package rhytid.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import rhytid.account.Token;
import rhytid.database.Ids;
import rhytid.database.Transactions;
import rhytid.fault.Gone;
import rhytid.fault.Unfit;

/** Upload links: for one visit, for some days, spent when the photos asked for are in. */
public final class Invitations {

    public static final Duration USUALLY_LASTS = Duration.ofDays(7);
    private static final Duration LASTS_AT_MOST = Duration.ofDays(60);
    /** How long the page that a link opens may go on by itself. */
    public static final Duration SESSION_LASTS = Duration.ofHours(2);

    private static final String SELECT = """
            select i.*, v.expressions, (i.closed_at is null and v.closed_at is null and i.expires_at > :now) as open
            from invitation i join visit v on v.id = i.visit_id
            """;

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random;

    public Invitations(Transactions transactions, Ids ids, Clock clock, RandomGenerator random) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /**
     * An invitation that was just made.
     *
     * @param token the secret; nothing but its hash is kept
     */
    public record Issued(Invitation invitation, String token) {}

    public Issued issue(Visit visit, Duration lasts, String by) {
        if (visit.closedAt() != null) {
            throw new Unfit("visit-closed", "The visit is closed: nothing more can be uploaded to it.");
        }
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LASTS_AT_MOST) > 0) {
            throw new Unfit("expiry", "An invitation lasts up to " + LASTS_AT_MOST.toDays() + " days.");
        }
        String token = Token.random(random);
        Instant now = clock.instant();
        Invitation invitation =
                new Invitation(ids.next(), visit.patientId(), visit.id(), visit.expressions(), now.plus(lasts), true);
        transactions.run(handle -> handle.createUpdate("""
                        insert into invitation (id, visit_id, patient_id, token, expires_at, created_at, created_by)
                        values (:id, :visit, :patient, :token, :expires, :now, :by)""")
                .bind("id", invitation.id())
                .bind("visit", visit.id())
                .bind("patient", visit.patientId())
                .bind("token", Token.hash(token))
                .bind("expires", invitation.expiresAt())
                .bind("now", now)
                .bind("by", by)
                .execute());
        return new Issued(invitation, token);
    }

    public Optional<Invitation> find(String id) {
        return transactions.in(handle -> handle.createQuery(SELECT + " where i.id = :id")
                .bind("id", id)
                .bind("now", clock.instant())
                .map((row, context) -> invitation(row))
                .findOne());
    }

    /** The invitation whose token this is, or which a session with this token was begun from. */
    public Optional<Invitation> byToken(String token) {
        return transactions.in(handle -> handle.createQuery(SELECT + """
                         where i.token = :token or i.id = (select invitation_id from session
                             where token = :token and invitation_id is not null and expires_at > :now)""")
                .bind("token", Token.hash(token))
                .bind("now", clock.instant())
                .map((row, context) -> invitation(row))
                .findOne());
    }

    /** @throws Gone where it is spent or over, or there is none */
    public Invitation openByToken(String token) {
        return byToken(token).orElseThrow(Invitation::over).requireOpen();
    }

    /** Trades the link's token for a short session of the page's own, which a cookie may hold. */
    public String beginSession(Invitation invitation) {
        String token = Token.random(random);
        Instant now = clock.instant();
        Instant end = now.plus(SESSION_LASTS);
        transactions.run(handle -> handle.createUpdate("""
                        insert into session (token, invitation_id, created_at, seen_at, expires_at)
                        values (:token, :invitation, :now, :now, :end)""")
                .bind("token", Token.hash(token))
                .bind("invitation", invitation.id())
                .bind("now", now)
                .bind("end", end.isBefore(invitation.expiresAt()) ? end : invitation.expiresAt())
                .execute());
        return token;
    }

    public void withdraw(String id) {
        transactions.run(handle -> handle.createUpdate(
                        "update invitation set closed_at = coalesce(closed_at, :now) where id = :id")
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    }

    /** In the transaction that shows a photo: an invitation is spent when all that was asked for is in. */
    static void closeIfComplete(Handle handle, String visitId, Instant now) {
        handle.createUpdate("""
                        update invitation set closed_at = :now
                        where visit_id = :visit and closed_at is null and not exists (
                            select 1 from visit v, unnest(v.expressions) as asked
                            where v.id = :visit and not exists (select 1 from photo p where p.visit_id = v.id
                                and p.expression = asked and p.replaced_at is null))""").bind("now", now).bind("visit", visitId).execute();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getString("id"),
                row.getString("patient_id"),
                row.getString("visit_id"),
                Columns.texts(row, "expressions"),
                Columns.instant(row, "expires_at"),
                row.getBoolean("open"));
    }
}
