package rhytid.report.drawing;

/** The colours of the drawings, the same as those of the style sheet. */
public final class Colours {

    public static final int FADED = 0x2fb5c4;
    public static final int DEEPENED = 0xf08a3c;
    public static final int SAME = 0xd8d8d8;
    public static final int GUIDE = 0xffffff;
    public static final int CASING = 0x14202b;
    public static final int BEFORE = 0xffd76a;
    public static final int AFTER = 0x57d3e0;

    private Colours() {}
}
