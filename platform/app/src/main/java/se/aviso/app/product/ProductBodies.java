package se.aviso.app.product;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.VatRate;

/** The JSON of products. */
final class ProductBodies {
    private ProductBodies() {}

    /**
     * A product; in a request the id and the name of the group are absent.
     *
     * @param unit what it is counted in, such as {@code st}
     * @param price for one, VAT included
     * @param exemption why no VAT is charged; only where {@code vat} is {@code EXEMPT}
     * @param from the first day on which it is sold; today, where nothing is said
     */
    record ProductBody(
            Optional<UUID> id,
            UUID groupId,
            Optional<String> groupName,
            String number,
            NamesBody names,
            Optional<String> unit,
            String price,
            Optional<String> currency,
            VatRate vat,
            Optional<String> exemption,
            int account,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {
        static ProductBody of(ProductStore.Kept kept) {
            var product = kept.product();
            var sale = product.sale();
            return new ProductBody(
                    Optional.of(product.id().value()),
                    kept.owner().group().value(),
                    Optional.of(kept.owner().name()),
                    product.number(),
                    new NamesBody(product.names().sv(), product.names().en()),
                    Optional.of(sale.measure()).filter(measure -> !measure.isEmpty()),
                    sale.price().toDecimal(),
                    Optional.of(sale.price().currency().getCurrencyCode()),
                    sale.terms().vat(),
                    sale.terms().exemption(),
                    sale.terms().account(),
                    Optional.of(product.span().from()),
                    product.span().to());
        }

        /** As it is written, by pointer. */
        Map<String, String> written() {
            var texts = new LinkedHashMap<String, String>();
            texts.put("/number", number);
            texts.put("/names/sv", names.sv());
            texts.put("/names/en", names.en());
            texts.put("/unit", unit.orElse(""));
            texts.put("/price", price);
            texts.put("/vat", vat.name());
            texts.put("/exemption", exemption.orElse(""));
            texts.put("/account", Integer.toString(account));
            texts.put("/from", from.map(LocalDate::toString).orElse(""));
            texts.put("/to", to.map(LocalDate::toString).orElse(""));
            return texts;
        }
    }

    /** The name in both languages. */
    record NamesBody(String sv, String en) {}
}
