package shop;

import static shop.Codes.OPEN_CODE;

import jakarta.persistence.*;
import java.util.*;
import java.util.function.Function;

// What enums hold, and how converters get at it.
final class Codes {
    static final String OPEN_CODE = "O";
    static final int BASE = 100;

    private Codes() {}
}

interface Coded {
    String getCode();

    default String marked() { return "<" + getCode() + ">"; }
}

enum Status implements Coded {
    OPEN(OPEN_CODE, Codes.BASE + 1), CLOSED("C", Codes.BASE * 2, true) {
        @Override
        public String getCode() { return "X" + super.getCode(); }
    }, LOST("L");

    private final String code;
    private int number = -1;
    private final boolean last;
    private static final Map<String, Status> BY_CODE = new HashMap<>();

    static {
        for (Status each : values()) {
            BY_CODE.put(each.code, each);
        }
    }

    Status(String code) { this(code, 7); }
    Status(String code, int number) { this(code, number, false); }
    Status(String code, int number, boolean last) { this.code = code; this.number = number; this.last = last; }

    @Override
    public String getCode() { return code; }
    public int number() { return last ? number + 1 : number; }
    static String codeOf(Status status) { return Optional.ofNullable(status).map(Status::getCode).orElse(null); }
    static Status of(String code) { return BY_CODE.get(code); }
    @Override
    public String toString() { return "status " + code; }

    @Converter(autoApply = true)
    static class Nested implements AttributeConverter<Status, String> {
        @Override
        public String convertToDatabaseColumn(Status attribute) { return attribute == null ? null : attribute.getCode(); }
        @Override
        public Status convertToEntityAttribute(String dbData) { return of(dbData); }
    }
}

enum Level {
    LOW(l -> "low"), HIGH(l -> l.name().toLowerCase(Locale.ROOT));

    final Function<Level, String> text;

    Level(Function<Level, String> text) { this.text = text; }
}

abstract class EnumConverter<E extends Enum<E> & Coded> implements AttributeConverter<E, String> {
    private final Class<E> type;

    protected EnumConverter(Class<E> type) { this.type = type; }

    @Override
    public String convertToDatabaseColumn(E attribute) { return Objects.isNull(attribute) ? null : prefix() + attribute.getCode(); }
    @Override
    public E convertToEntityAttribute(String dbData) {
        return Arrays.stream(type.getEnumConstants()).filter(e -> e.getCode().equals(dbData)).findFirst().orElseThrow();
    }
    protected String prefix() { return ""; }
}

class Generic extends EnumConverter<Status> {
    Generic() { super(Status.class); }
    @Override
    protected String prefix() { return "p"; }
}

class Numbers implements AttributeConverter<Status, Integer> {
    public Integer convertToDatabaseColumn(Status attribute) { return attribute.number(); }
    public Status convertToEntityAttribute(Integer dbData) { return null; }
}

class Mapped implements AttributeConverter<Status, String> {
    private static final Map<Status, String> TEXTS = new EnumMap<>(Status.class);
    private static final Map<Status, String> OTHERS = Map.of(Status.OPEN, "1", Status.CLOSED, "2");
    private static final String[] ARRAY = {"a", "b", "c"};

    static {
        TEXTS.put(Status.OPEN, "eins");
        TEXTS.put(Status.CLOSED, "zwei");
    }

    public String convertToDatabaseColumn(Status attribute) {
        String text = TEXTS.get(attribute);
        return (text == null ? "" : text) + OTHERS.getOrDefault(attribute, "-") + ARRAY[attribute.ordinal()];
    }
    public Status convertToEntityAttribute(String dbData) { return null; }
}

class Loop implements AttributeConverter<Status, String> {
    public String convertToDatabaseColumn(Status attribute) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= attribute.ordinal(); i++) {
            text.append(i).append(Status.values()[i].getCode());
        }
        for (Status each : Status.values()) {
            if (each == attribute) {
                continue;
            }
            text.append(each.marked());
        }
        return text.toString();
    }
    public Status convertToEntityAttribute(String dbData) { return null; }
}

class Shown implements AttributeConverter<Status, String> {
    public String convertToDatabaseColumn(Status attribute) { return String.valueOf(attribute); }
    public Status convertToEntityAttribute(String dbData) { return null; }
}

class Helper implements AttributeConverter<Status, String> {
    public String convertToDatabaseColumn(Status attribute) { return Status.codeOf(attribute); }
    public Status convertToEntityAttribute(String dbData) { return null; }
}

class OfLevel implements AttributeConverter<Level, String> {
    public String convertToDatabaseColumn(Level level) { return level.text.apply(level); }
    public Level convertToEntityAttribute(String dbData) { return null; }
}

@Embeddable
class Part { Status state; @Convert(converter = Numbers.class) Status number; }

@Entity
class Task {
    @Id Long id;
    Status auto;
    @Convert(converter = Generic.class) Status generic;
    @Convert(converter = Numbers.class) Status numbers;
    @Convert(converter = Mapped.class) Status mapped;
    @Convert(converter = Loop.class) Status loop;
    @Convert(converter = Shown.class) @Column(columnDefinition = "varchar(30)") Status shown;
    @Convert(converter = Helper.class) Status helper;
    @Convert(converter = OfLevel.class) Level level;
    @Embedded Part part;
    @ElementCollection Set<Status> states;
    @ElementCollection @Convert(converter = Numbers.class) List<Status> list;
    @ElementCollection Map<Status, Integer> byState;
    @ElementCollection @Convert(attributeName = "key", converter = Numbers.class) Map<Status, String> keyed;
    @Lob @Convert(converter = Helper.class) Status large;
}
