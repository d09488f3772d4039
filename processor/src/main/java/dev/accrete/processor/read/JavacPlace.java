package dev.accrete.processor.read;

import dev.accrete.processor.source.Place;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * A place in the source as the compiler's {@code Messager} wants it. Valid in the round in which it was read.
 *
 * @param element the element itself, or the one that the annotation stands on
 * @param annotation the annotation, where the place is (in) one
 * @param value a member's value in that annotation, where the place is one
 */
public record JavacPlace(Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value)
        implements Place {

    public JavacPlace {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(annotation, "annotation");
        Objects.requireNonNull(value, "value");
    }

    static JavacPlace of(Element element) {
        return new JavacPlace(element, Optional.empty(), Optional.empty());
    }

    JavacPlace in(AnnotationMirror mirror) {
        return new JavacPlace(element, Optional.of(mirror), Optional.empty());
    }

    JavacPlace at(AnnotationValue written) {
        return new JavacPlace(element, annotation, Optional.of(written));
    }

    @Override
    public String text() {
        if (element instanceof TypeElement || element instanceof PackageElement) {
            return element.getSimpleName().toString();
        }
        Element owner = element.getEnclosingElement();
        String name = element.getSimpleName().toString();
        return owner == null ? name : owner.getSimpleName() + "." + name;
    }
}
