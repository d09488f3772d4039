package dev.accrete.processor.map.assembly;

import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.binding.Tables;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.map.naming.NameRules;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.report.Problems;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the bound tables into those of the schema: each dialect has a table as the first one that agrees about it.
 */
public final class TableAssembler {

    private final Tables tables;
    private final Collection<TargetDialect> dialects;
    private final MappingOptions options;
    private final NamingStrategy naming;
    private final Problems problems;
    private final Origins.Builder origins;

    /**
     * An assembler.
     *
     * @param dialects those whose mapping has the tables
     * @param options with all dialects of the model; a name must suit each of them
     * @param naming what names were made by
     * @param origins receives where tables and columns come from
     */
    public TableAssembler(
            Tables tables,
            Collection<TargetDialect> dialects,
            MappingOptions options,
            NamingStrategy naming,
            Problems problems,
            Origins.Builder origins) {
        this.tables = tables;
        this.dialects = dialects;
        this.options = options;
        this.naming = naming;
        this.problems = problems;
        this.origins = origins;
    }

    /** The tables that the model covers, sorted by name. */
    public Map<TargetDialect, List<Table>> tables() {
        Map<TargetDialect, List<Table>> assembled = new EnumMap<>(TargetDialect.class);
        dialects.forEach(dialect -> assembled.put(dialect, new ArrayList<>()));
        for (List<TableBinding> sharing : tables.shared()) {
            if (sharing.stream().allMatch(TableAssembler::isTable)) {
                TargetDialects.each(
                                dialects,
                                asked -> new TableAssembly(asked, options, naming, problems, origins).of(sharing))
                        .forEach((dialect, table) -> assembled.get(dialect).add(table));
            }
        }
        assembled.values().forEach(list -> list.sort(Comparator.comparing(Table::name)));
        return TargetDialects.each(dialects, asked -> GeneratedNames.numbered(asked.ask(assembled::get)));
    }

    /** The views that stand in the place of tables. */
    public Map<TargetDialect, List<View>> views() {
        return TargetDialects.each(dialects, asked -> views(new NameRules(asked, options, naming, problems)));
    }

    private List<View> views(NameRules names) {
        List<View> views = new ArrayList<>();
        for (TableBinding table : tables.all()) {
            if (table.owned && table.view.isPresent()) {
                origins.put(table.name, table.origin);
                names.checkRelation(table.name.name(), table.subject, table.place);
                views.add(new View(table.name, table.view.get(), Set.of()));
            }
        }
        return views;
    }

    private static boolean isTable(TableBinding table) {
        return table.owned && !table.virtual && table.view.isEmpty();
    }
}
