package se.aviso.app.pricing;

import se.aviso.spi.pricing.Position;

/**
 * What a plugin is asked, and for which group: its settings are those that hold there.
 *
 * @param path of the group that the member belongs to
 */
public record PriceQuestion(Position position, String path) {}
