package dev.accrete.schema.offer;

import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import java.util.function.Supplier;

/**
 * What messages about the way between two schemas offer.
 *
 * @param annotations how annotations are worded, and where they stand
 * @param conversions SQL for a change of type
 * @param values SQL for rows that need a value
 */
public record Offers(OfferedAnnotations annotations, ExampleConversion conversions, RequiredValue values) {

    /**
     * Prepares the offers.
     *
     * @param origins where the schema {@code after} comes from
     * @param now {@code before}, as it is once what is renamed has its new name
     */
    public static Offers of(Origins origins, Schema before, Supplier<Schema> now, Schema after) {
        ExampleConversion conversions = new ExampleConversion(before, after);
        OfferedAnnotations annotations = new OfferedAnnotations(origins, now, after);
        return new Offers(
                annotations, conversions, new RequiredValue(now, after, conversions, annotations::ownedByAttribute));
    }
}
