package se.aviso.spi.bank;

/**
 * Who paid, as far as the bank knows; an empty text is unknown. Personal data: never logged.
 *
 * @param account giro number or account of the payer
 * @param organisationNumber ten digits; of a person it is the personal number
 */
public record Payer(String name, Address address, String account, String organisationNumber) {
    /** Where the payer lives, as far as the bank knows. */
    public record Address(String street, String postalCode, String city, String country) {}
}
