package se.aviso.spi.accounting;

import java.util.Optional;

/**
 * A dimension with the name that the customer has for it, such as 20 "Verksamhet".
 *
 * @param under the dimension that it is a part of; none where it stands by itself
 * @since spi 1.6
 */
public record NamedDimension(int number, String name, Optional<Integer> under) {}
