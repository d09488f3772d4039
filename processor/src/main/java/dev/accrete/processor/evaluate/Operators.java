package dev.accrete.processor.evaluate;

import com.sun.source.tree.Tree;
import java.util.Map;

/** Operators and conversions on values (JLS 5 and 15). Numbers are whole ones; others end the evaluation. */
final class Operators {

    private static final int LONGEST_TEXT = 10_000;

    private static final Map<String, String> PRIMITIVES = Map.of(
            "boolean", "Boolean",
            "byte", "Byte",
            "char", "Character",
            "double", "Double",
            "float", "Float",
            "int", "Integer",
            "long", "Long",
            "short", "Short");

    private Operators() {}

    /**
     * A value as a variable of a type holds it.
     *
     * @param type as written; null if it is not stated
     */
    static Object convert(Object value, Tree type) {
        if (type == null || value instanceof Poison) {
            return value;
        }
        String name = name(type);
        boolean primitive = PRIMITIVES.containsKey(name);
        if (value == null) {
            if (primitive) {
                throw Thrown.nullPointer();
            }
            return null;
        }
        String box = primitive ? PRIMITIVES.get(name) : name;
        return isNumeric(value) && PRIMITIVES.containsValue(box) ? numeric(value, box) : value;
    }

    /** What a field holds that nothing was assigned to (JLS 4.12.5). */
    static Object initial(Tree type) {
        String box = PRIMITIVES.get(name(type));
        return box == null ? null : box.equals("Boolean") ? (Object) false : cast(0, box);
    }

    /** Whether a type is one of numbers, characters and flags, primitive or boxed, so that values are converted to it. */
    static boolean isNumeric(Tree type) {
        String name = type == null ? "" : name(type);
        return PRIMITIVES.containsKey(name) || PRIMITIVES.containsValue(name);
    }

    /** Whether a type is one of texts, numbers and flags, so that it says what a conditional is of. */
    static boolean isSimple(Tree type) {
        return isNumeric(type) || type != null && name(type).equals("String");
    }

    /** Whether a primitive type is the one that a class wraps. */
    static boolean isOf(Class<?> box, Tree type) {
        return box.getSimpleName().equals(PRIMITIVES.get(name(type)));
    }

    /** Whether a parameter of a type takes the value. */
    static boolean fits(Object value, Tree type) {
        String name = name(type);
        boolean primitive = PRIMITIVES.containsKey(name);
        if (value == null) {
            return !primitive;
        }
        if (value instanceof Poison) {
            return true;
        }
        String box = primitive ? PRIMITIVES.get(name) : name;
        if (PRIMITIVES.containsValue(box)) {
            String own = value.getClass().getSimpleName();
            return own.equals(box) || primitive && isNumeric(value) && !box.equals("Boolean");
        }
        return !box.equals("String") || value instanceof String;
    }

    /** The type's own name, without package, arguments and annotations. */
    private static String name(Tree type) {
        String text = type.toString().replaceFirst("<.*", "").strip();
        return text.startsWith("java.lang.") ? text.substring("java.lang.".length()) : text;
    }

    private static boolean isNumeric(Object value) {
        return value instanceof Number || value instanceof Character;
    }

    /** The same number as another type can hold it: by widening, or because a constant fits. */
    private static Object numeric(Object value, String box) {
        if (value.getClass().getSimpleName().equals(box)) {
            return value;
        }
        long number = number(value);
        Object converted = cast(number, box);
        if (number(converted) != number) {
            throw new NotUnderstood("the number " + number + " as " + box);
        }
        return converted;
    }

    /** A cast to a primitive type. */
    static Object cast(Object value, Tree type) {
        String box = PRIMITIVES.get(name(type));
        if (value == null) {
            throw Thrown.nullPointer();
        }
        return value instanceof Boolean || value.getClass().getSimpleName().equals(box)
                ? value
                : cast(number(value), box);
    }

    private static Object cast(long number, String box) {
        return switch (box) {
            case "Byte" -> (byte) number;
            case "Character" -> (char) number;
            case "Integer" -> (int) number;
            case "Long" -> number;
            case "Short" -> (short) number;
            default -> throw new NotUnderstood("a number as " + box);
        };
    }

    private static long number(Object value) {
        if (value == null) {
            throw Thrown.nullPointer();
        }
        if (value instanceof Character character) {
            return character;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        throw new NotUnderstood("arithmetic with " + value.getClass().getSimpleName());
    }

    static boolean truth(Object value) {
        if (value == null) {
            throw Thrown.nullPointer();
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new NotUnderstood("a condition of " + value.getClass().getSimpleName());
    }

    static String concatenate(String left, String right) {
        if (left.length() + right.length() > LONGEST_TEXT) {
            throw new NotUnderstood("a text of more than " + LONGEST_TEXT + " characters");
        }
        return left + right;
    }

    /**
     * The operator {@code ==}. Texts and boxes are objects: equal ones may be the same or not, and only unequal ones, or
     * boxes that the JDK keeps (JLS 5.1.7), tell.
     *
     * @param literal whether one of the two is written as a literal, so that numbers are compared as such
     */
    static boolean same(Object left, Object right, boolean literal) {
        if (left == null && right == null) {
            return true;
        }
        if (left == null || right == null) {
            Object value = left == null ? right : left;
            if (isNumeric(value) || value instanceof Boolean) {
                // Either a comparison of references, or one of primitives, which fails.
                throw new NotUnderstood("null compared with a number or a flag");
            }
            return false;
        }
        if (isNumeric(left) && isNumeric(right)) {
            long number = number(left);
            if (number != number(right)) {
                return false;
            }
            if (literal || number == (byte) number) {
                return true;
            }
            throw new NotUnderstood("the identity of boxed numbers");
        }
        if (left instanceof String && right instanceof String) {
            if (!left.equals(right)) {
                return false;
            }
            throw new NotUnderstood("the identity of texts");
        }
        if (left instanceof Boolean || left instanceof ClassLiteral) {
            return left.equals(right);
        }
        return left == right;
    }

    static Object binary(Tree.Kind operator, Object left, Object right) {
        if (left instanceof Boolean && right instanceof Boolean) {
            boolean first = truth(left);
            boolean second = truth(right);
            return switch (operator) {
                case AND -> first & second;
                case OR -> first | second;
                case XOR -> first ^ second;
                default -> throw new NotUnderstood("the operator " + operator + " on flags");
            };
        }
        long first = number(left);
        long second = number(right);
        boolean shift = operator == Tree.Kind.LEFT_SHIFT || operator == Tree.Kind.RIGHT_SHIFT;
        boolean wide = left instanceof Long || right instanceof Long && !shift;
        return switch (operator) {
            case LESS_THAN -> first < second;
            case LESS_THAN_EQUAL -> first <= second;
            case GREATER_THAN -> first > second;
            case GREATER_THAN_EQUAL -> first >= second;
            case PLUS -> whole(first + second, wide);
            case MINUS -> whole(first - second, wide);
            case MULTIPLY -> whole(first * second, wide);
            case DIVIDE, REMAINDER -> whole(divided(operator, first, second), wide);
            case LEFT_SHIFT -> wide ? (Object) (first << second) : (Object) ((int) first << second);
            case RIGHT_SHIFT -> whole(wide ? first >> second : (int) first >> second, wide);
            case AND -> whole(first & second, wide);
            case OR -> whole(first | second, wide);
            case XOR -> whole(first ^ second, wide);
            default -> throw new NotUnderstood("the operator " + operator);
        };
    }

    private static long divided(Tree.Kind operator, long first, long second) {
        if (second == 0) {
            throw new Thrown("ArithmeticException");
        }
        return operator == Tree.Kind.DIVIDE ? first / second : first % second;
    }

    private static Object whole(long number, boolean wide) {
        return wide ? (Object) number : (Object) (int) number;
    }

    static Object unary(Tree.Kind operator, Object value) {
        return switch (operator) {
            case LOGICAL_COMPLEMENT -> !truth(value);
            case UNARY_PLUS -> whole(number(value), value instanceof Long);
            case UNARY_MINUS -> whole(-number(value), value instanceof Long);
            case BITWISE_COMPLEMENT -> whole(~number(value), value instanceof Long);
            default -> throw new NotUnderstood("the operator " + operator);
        };
    }
}
