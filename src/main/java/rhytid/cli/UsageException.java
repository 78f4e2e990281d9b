package rhytid.cli;

/**
 * What the caller asked for can't be done, and the message says what to ask instead. Ends with
 * {@link ExitCode#BAD_USAGE}.
 */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
