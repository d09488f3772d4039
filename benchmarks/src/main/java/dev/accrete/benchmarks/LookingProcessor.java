package dev.accrete.benchmarks;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The least that a processor of entities must do: looks at each class, each member, each annotation and its values. */
public final class LookingProcessor extends AbstractProcessor {

    private long seen;

    /** Called by the compiler. */
    public LookingProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getRootElements().forEach(this::look);
        return false;
    }

    private void look(Element element) {
        seen += element.getSimpleName().length();
        seen += element instanceof ExecutableElement method
                ? method.getReturnType().toString().length()
                : element.asType().toString().length();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            mirror.getElementValues()
                    .forEach((member, value) -> seen += value.toString().length());
        }
        element.getEnclosedElements().forEach(this::look);
    }

    /** What was looked at, so that nothing is optimised away. */
    public long seen() {
        return seen;
    }
}
