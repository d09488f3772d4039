package dev.accrete.processor.map.intent;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the attributes that several entities have from one class that is none: what is stated there is stated of all of them. */
public final class SharedAttributes {

    private SharedAttributes() {}

    /** @param origins learns them */
    public static void find(Collection<EntityBinding> bindings, Origins.Builder origins) {
        Map<List<String>, List<Origin>> byDeclaration = new HashMap<>();
        for (EntityBinding binding : bindings) {
            Scope scope = Scope.of(binding, Scope.Role.ATTRIBUTE);
            for (Attribute attribute : binding.entity.attributes()) {
                Declaration declaration = attribute.declaration();
                byDeclaration
                        .computeIfAbsent(
                                List.of(declaration.declaring().name(), declaration.name()), key -> new ArrayList<>())
                        .add(scope.origin(attribute));
            }
        }
        byDeclaration.values().stream().filter(all -> all.size() > 1).forEach(all -> all.forEach(origins::shared));
    }
}
