/** In place of @stdlib/assert-has-generator-support, which runs text as code to find out: pages forbid that. */
module.exports = () => true;
