// Kept apart from the page, so that its content security policy can do without inline scripts.
SwaggerUIBundle({
  url: "/openapi",
  dom_id: "#docs",
  deepLinking: true,
  tryItOutEnabled: true,
  // The default validator badge would send the document's address to a server of others.
  validatorUrl: null,
});
