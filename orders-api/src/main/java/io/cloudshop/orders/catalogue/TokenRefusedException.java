package io.cloudshop.orders.catalogue;

/** Our token is not accepted (any more), whatever its expiry says: repeated once, with another one. */
class TokenRefusedException extends CatalogueUnavailableException {

    TokenRefusedException() {
        super("products-api does not accept our token");
    }
}
