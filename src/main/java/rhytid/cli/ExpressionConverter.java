package rhytid.cli;

import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import rhytid.face.Expression;

/** Reads an expression by the key that files and JSON use. */
final class ExpressionConverter implements ITypeConverter<Expression> {

    @Override
    public Expression convert(String value) {
        return Expression.of(value)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + value + "' is no expression; there are " + String.join(", ", new Keys())));
    }

    /** All keys, for help. */
    static final class Keys implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Expression.values()).map(Expression::key).iterator();
        }
    }
}
