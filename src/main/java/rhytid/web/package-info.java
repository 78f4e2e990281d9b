/** The HTTP interface: one class of routes a resource, each route declared with its rule, forms, answers and errors. */
@NullMarked
package rhytid.web;

import org.jspecify.annotations.NullMarked;
