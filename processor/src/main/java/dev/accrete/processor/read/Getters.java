package dev.accrete.processor.read;

import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which methods are the getters and setters of a property (JavaBeans 8.3, as Hibernate reads it). */
final class Getters {

    private Getters() {}

    /**
     * The property that a method without parameters gets.
     *
     * @return empty text if it is no getter
     */
    static String property(String method, TypeMirror returned) {
        if (returned.getKind() == TypeKind.VOID) {
            return "";
        }
        if (method.startsWith("get")) {
            return decapitalize(method.substring(3));
        }
        return method.startsWith("is") && isBoolean(returned) ? decapitalize(method.substring(2)) : "";
    }

    /** {@code getURL} gets {@code URL} but {@code getName} gets {@code name}: {@code java.beans.Introspector}. */
    private static String decapitalize(String name) {
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return name.isEmpty() || acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean isBoolean(TypeMirror type) {
        return type.getKind() == TypeKind.BOOLEAN
                || type.getKind() == TypeKind.DECLARED
                        && ((TypeElement) ((DeclaredType) type).asElement())
                                .getQualifiedName()
                                .contentEquals("java.lang.Boolean");
    }

    static boolean isSetter(ExecutableElement method, String name) {
        return name.startsWith("set") && method.getParameters().size() == 1;
    }

    /** Whether a superclass has the setter; a getter that is overridden leaves its setter behind there. */
    static boolean inheritsSetter(TypeElement type, String setter) {
        TypeMirror superclass = type.getSuperclass();
        while (superclass.getKind() == TypeKind.DECLARED) {
            TypeElement element = (TypeElement) ((DeclaredType) superclass).asElement();
            if (element.getQualifiedName().contentEquals("java.lang.Object")) {
                return false;
            }
            for (Element member : element.getEnclosedElements()) {
                if (member.getKind() == ElementKind.METHOD
                        && member.getSimpleName().contentEquals(setter)
                        && !member.getModifiers().contains(Modifier.STATIC)
                        && isSetter((ExecutableElement) member, setter)) {
                    return true;
                }
            }
            superclass = element.getSuperclass();
        }
        return false;
    }
}
