package rhytid.account;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import rhytid.database.Ids;
import rhytid.database.Transactions;

/** Tells people what happened to the way into their account: on their pages, since the service sends no mail. */
public final class Notices {

    /** As many as anybody reads. */
    private static final int SHOWN = 20;

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    public Notices(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Latest first. */
    public List<Notice> latest(String accountId) {
        return transactions.in(handle -> handle.createQuery(
                        "select * from notice where account_id = :account order by id desc limit " + SHOWN)
                .bind("account", accountId)
                .map((row, context) -> new Notice(
                        row.getTimestamp("at").toInstant(),
                        Notice.What.of(row.getString("what")),
                        row.getBoolean("seen")))
                .list());
    }

    /** The person has read all that there is. */
    public void seen(String accountId) {
        transactions.run(
                handle -> handle.execute("update notice set seen = true where account_id = ? and not seen", accountId));
    }

    /** Kept with what it speaks of, or undone with it. */
    void tell(Handle handle, String accountId, Notice.What what) {
        handle.createUpdate("insert into notice (id, account_id, at, what) values (:id, :account, :at, :what)")
                .bind("id", ids.next())
                .bind("account", accountId)
                .bind("at", clock.instant())
                .bind("what", what.key())
                .execute();
    }
}
