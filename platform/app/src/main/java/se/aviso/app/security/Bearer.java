package se.aviso.app.security;

/**
 * What a valid token says of its bearer.
 *
 * @param tenant the slug of the tenant
 */
record Bearer(String subject, String name, String tenant) {}
