package rhytid.comparison;

/** Every kind of finding, by the fixed word that scripts and translations go by. */
public enum FindingCode {
    BROW_PTOSIS("brow-ptosis"),
    LATERAL_BROW_PEAK("lateral-brow-peak"),
    LID_PTOSIS("lid-ptosis"),
    NEW_BROW_ASYMMETRY("new-brow-asymmetry"),
    NEW_LATERAL_BROW_ASYMMETRY("new-lateral-brow-asymmetry"),
    NEW_LID_ASYMMETRY("new-lid-asymmetry"),
    NEW_MOUTH_ASYMMETRY("new-mouth-asymmetry"),
    SMILE_ASYMMETRY("smile-asymmetry"),
    LINE_LEFT_OVER("line-left-over"),
    MOVEMENT_LOST("movement-lost"),
    LINES_COMING_BACK("lines-coming-back"),
    MOVEMENT_COMING_BACK("movement-coming-back");

    private final String code;

    FindingCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
