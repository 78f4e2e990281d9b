package rhytid.phantom;

/**
 * The mean faces a phantom starts from: each the mean, in linear light, of eight or more adults of the Face Research
 * Lab London Set (DeBruine and Jones 2017, CC BY 4.0), at rest and smiling.
 */
public enum Base {
    FAIR_WOMAN("fair-woman"),
    FAIR_MAN("fair-man"),
    DARK("dark"),
    OLIVE_WOMAN("olive-woman"),
    OLIVE_MAN("olive-man");

    private final String key;

    Base(String key) {
        this.key = key;
    }

    /** The name of its resources. */
    public String key() {
        return key;
    }
}
