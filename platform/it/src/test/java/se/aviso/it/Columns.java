package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Every column of every table that can hold a text, the raw bytes too, looked through past the product. */
record Columns(Product product, String tenant, List<String> all) {
    static Columns of(Product product, String tenant) {
        var columns = product.books().column(tenant, """
                select format('%I|%I|%s', c.table_name, c.column_name, c.data_type)
                from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                  and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY')""");
        assertThat(columns).hasSizeGreaterThan(50);
        return new Columns(product, tenant, columns);
    }

    /** Those that hold the text in some row of the tenant, as {@code table|column|type}. */
    List<String> with(String text) {
        return all.stream().filter(column -> holds(column.split("[|]"), text)).toList();
    }

    private boolean holds(String[] column, String text) {
        var value = column[2].equals("bytea") ? "encode(" + column[1] + ", 'escape')" : column[1] + "::text";
        return product.books()
                        .number(
                                tenant,
                                "select count(*) from " + column[0] + " where " + value + " ilike '%" + text + "%'")
                > 0;
    }
}
