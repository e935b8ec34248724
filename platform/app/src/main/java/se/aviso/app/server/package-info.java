/** How the product stands on its server: settings, start, health, clock. What is Payara's alone stays here. */
@NullMarked
package se.aviso.app.server;

import org.jspecify.annotations.NullMarked;
