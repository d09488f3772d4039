package shop;

import jakarta.persistence.*;
import java.util.Objects;

// How converters choose a value for a constant.
enum Color { RED, GREEN, BLUE, NONE }

abstract class OfColor<T> implements AttributeConverter<Color, T> {
    public Color convertToEntityAttribute(T value) { return null; }
}

class Switch extends OfColor<String> {
    @Override
    public String convertToDatabaseColumn(Color color) {
        if (color == null) {
            return null;
        }
        switch (color) {
            case RED:
                return "r";
            case GREEN:
            case BLUE: {
                String result = "x" + color.ordinal();
                return result;
            }
            default:
                break;
        }
        return "?";
    }
}

class Arrows extends OfColor<Integer> {
    @Override
    public Integer convertToDatabaseColumn(Color color) {
        return switch (color) {
            case RED -> 1;
            case GREEN, BLUE -> {
                int twice = color.ordinal() * 2;
                yield twice + 10;
            }
            case NONE -> null;
        };
    }
}

class OldYield extends OfColor<Character> {
    @Override
    public Character convertToDatabaseColumn(Color color) {
        Character c = switch (color) {
            case RED: yield 'R';
            case GREEN: yield 'G';
            default: yield (char) ('A' + color.ordinal());
        };
        return c;
    }
}

class Chain extends OfColor<String> {
    private static final String PREFIX = "c" + "_";

    @Override
    public String convertToDatabaseColumn(Color color) {
        String result;
        if (Color.RED == color) {
            result = PREFIX + "red";
        } else if (Color.GREEN.equals(color) || Objects.equals(color, Color.BLUE)) {
            result = PREFIX.concat(color.name().toLowerCase()).substring(1).trim();
        } else {
            result = null;
        }
        return result;
    }
}

class Text extends OfColor<String> {
    @Override
    public String convertToDatabaseColumn(Color color) {
        switch (color.toString()) {
            case "RED": return "it's red";
            case "GREEN": return String.valueOf(color.ordinal());
            default: return color + "/" + color.name().charAt(0) + color.name().length();
        }
    }
}

class Ternaries extends OfColor<Short> {
    public Short convertToDatabaseColumn(final Color color) {
        return color == null ? null : color == Color.RED ? (short) 5 : color != Color.NONE ? (short) (color.ordinal() + 1) : 0;
    }
}

class LongOf extends OfColor<Long> {
    public Long convertToDatabaseColumn(Color color) {
        return color == Color.RED ? 1L : Long.valueOf(color.ordinal() * 1000);
    }
}

class ByteOf extends OfColor<Byte> {
    public Byte convertToDatabaseColumn(Color color) {
        try {
            return (byte) -color.ordinal();
        } catch (RuntimeException e) {
            throw new IllegalStateException(e);
        }
    }
}

@Entity
class Car {
    @Id Long id;
    @Convert(converter = Switch.class) Color a;
    @Convert(converter = Arrows.class) Color b;
    @Convert(converter = OldYield.class) Color c;
    @Convert(converter = Chain.class) @Column(length = 20) Color d;
    @Convert(converter = Text.class) @Column(nullable = false) Color e;
    @Convert(converter = Ternaries.class) Color f;
    @Convert(converter = LongOf.class) Color g;
    @Convert(converter = ByteOf.class) Color h;
}
