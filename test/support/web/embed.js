customElements.define('referral-portal', class extends HTMLElement {});
