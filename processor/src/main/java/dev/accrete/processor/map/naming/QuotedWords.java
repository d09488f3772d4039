package dev.accrete.processor.map.naming;

import dev.accrete.processor.map.hibernate.TargetDialect;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that Hibernate quotes with {@code hibernate.auto_quote_keyword=true}: those of SQL:2003, of its dialect and of
 * the JDBC driver. Others are reserved too ({@link ReservedWords}), and some of these are not.
 *
 * @implNote Source: what Hibernate 7.4 holds in NormalizingIdentifierHelperImpl on H2 2.5 and on PostgreSQL 18 with its
 *     driver 42.7.
 */
final class QuotedWords {

    private static final Set<String> COMMON = words("""
            add all allocate alter and any are array as asensitive asymmetric at atomic authorization
            begin between bigint binary blob both by call called cascaded case cast char character check
            clob close collate column commit condition connect constraint continue corresponding create
            cross cube current current_catalog current_date current_path current_role current_schema
            current_time current_timestamp current_user cursor cycle date day deallocate dec decimal
            declare default delete deref describe deterministic disconnect distinct do double drop
            dynamic each element else elsif end escape except exec execute exists exit external false
            fetch filter float for foreign free from full function get global grant group grouping
            groups handler having hold hour identity if ilike immediate in indicator inner inout input
            insensitive insert int integer intersect interval into is iterate join language large
            lateral leading leave left like limit local localtime localtimestamp loop match member merge
            method minute modifies module month multiset national natural nchar nclob new no none not
            null numeric of offset old on only open or order out outer output over overlaps parameter
            partition precision prepare primary procedure range reads real recursive ref references
            referencing release repeat resignal result return returns revoke right rollback rollup row
            rows savepoint scroll search second select sensitive session_use set signal similar smallint
            some specific specifictype sql sqlexception sqlstate sqlwarning start static submultiset
            symmetric system system_user table tablesample then time timestamp timezone_hour
            timezone_minute to trailing translation treat trigger true undo union unique unknown unnest
            until update user using value values varchar varying when whenever where while window with
            within without year""");

    private static final Set<String> H2 = with("""
            _rowid_ key minus qualify regexp rownum top""");

    private static final Set<String> POSTGRESQL = with("""
            abort absent access aggregate also analyse analyze attach backward bit cache checkpoint
            class cluster columns comment comments compression concurrently conditional configuration
            conflict connection content conversion copy cost csv database delimiter delimiters depends
            detach dictionary disable discard document empty enable encoding encrypted enforced enum
            error event exclusive explain expression extension family finalize force format forward
            freeze functions generated greatest header immutable implicit import include indent index
            indexes inherit inherits inline instead isnull json json_array json_arrayagg json_exists
            json_object json_objectagg json_query json_scalar json_serialize json_table json_value keep
            keys label leakproof least listen load location lock locked logged mapping materialized
            merge_action mode move nested nfc nfd nfkc nfkd nothing notify notnull nowait objects off
            oids omit operator owned owner parallel parser passing password period plan plans policy
            prepared procedural procedures program publication quote quotes reassign refresh reindex
            rename replace replica reset restrict returning routines rule scalar schemas sequences
            server setof share show skip snapshot stable standalone statistics stdin stdout storage
            stored strict string strip subscription support sysid tables tablespace target temp template
            text truncate trusted types unconditional unencrypted unlisten unlogged vacuum valid
            validate validator variadic verbose version views virtual volatile whitespace wrapper xml
            xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable yes""");

    private QuotedWords() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    private static Set<String> with(String text) {
        return Stream.concat(COMMON.stream(), words(text).stream()).collect(Collectors.toUnmodifiableSet());
    }

    static boolean contains(TargetDialect dialect, String name) {
        Set<String> words = dialect == TargetDialect.H2 ? H2 : POSTGRESQL;
        return words.contains(name.toLowerCase(Locale.ROOT));
    }
}
