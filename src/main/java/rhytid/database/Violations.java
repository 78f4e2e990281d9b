package rhytid.database;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns the database's word on a broken constraint into the feature's own. */
public final class Violations {

    private Violations() {}

    /** @param translation from the constraint's name and the fault to what is thrown: the fault itself if unknown */
    public static <T> T explain(Supplier<T> work, BiFunction<String, RuntimeException, RuntimeException> translation) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw translation.apply(constraint(e), e);
        }
    }

    private static String constraint(JdbiException fault) {
        if (fault.getCause() instanceof PSQLException cause) {
            ServerErrorMessage said = cause.getServerErrorMessage();
            if (said != null && said.getConstraint() != null) {
                return said.getConstraint();
            }
        }
        return "";
    }
}
