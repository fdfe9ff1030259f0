export const id = 1165;
export const ids = [1165];
export const modules = {

/***/ 1165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readDomain: () => (/* binding */ readDomain),
  readTemplate: () => (/* binding */ readTemplate)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(755);
;// CONCATENATED MODULE: ./lib/domain/name.js

/**
 * A certificate's common name has 64 characters at the most (RFC 5280, ub-common-name), and App
 * Runner's has the domain in it: a longer one fails after minutes. DNS itself would take 253.
 */
const LONGEST = 64;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Top-level names in which nobody can have a domain, nor a certificate (RFC 2606, 6761, 7686). */
const NOBODYS = new Set('example internal invalid local localhost onion test'.split(' '));
const WILDCARD = '*.';
/**
 * Reads the name of a domain as App Runner takes it (API model, DomainName): small letters, letters
 * of other alphabets in their DNS form (punycode), a `*` as the whole first label or none.
 */
function readDomainName(text) {
    if (/[/:@?#\s\p{Cc}]/u.test(text)) {
        return { problem: 'is a host name alone, without https://, port, path and spaces' };
    }
    const whole = text.replace(/\.$/, '').toLowerCase();
    const wildcard = whole.startsWith(WILDCARD);
    const rest = asciiOf(wildcard ? whole.slice(WILDCARD.length) : whole);
    const labels = rest.split('.');
    if (labels.length < 2)
        return { problem: 'is a whole name, with a dot, such as app.example.com' };
    if (labels.some((label) => label.includes('*'))) {
        return { problem: 'may have a * as its whole first label, and nowhere else' };
    }
    if (!labels.every((label) => LABEL.test(label))) {
        return {
            problem: 'consists of labels with dots between, each 1 to 63 of a-z 0-9 -, beginning and ending with a letter or digit',
        };
    }
    if (/^\d+$/.test(`${labels.at(-1)}`))
        return { problem: 'is a name, and no IP address' };
    if (NOBODYS.has(`${labels.at(-1)}`)) {
        return { problem: `can be had in the DNS, and '.${labels.at(-1)}' is kept for other uses` };
    }
    const name = `${wildcard ? WILDCARD : ''}${rest}`;
    if (name.length > LONGEST) {
        return {
            problem: `has ${LONGEST} characters at the most, all that its certificate has room for`,
        };
    }
    return { name };
}
/** A name of plain ASCII as it is; what has other letters, and no DNS form, stays what it is. */
function asciiOf(name) {
    const ascii = [...name].every((sign) => sign.charCodeAt(0) < 128);
    return ascii ? name : (0,external_node_url_.domainToASCII)(name) || name;
}
/**
 * Second labels below which registries of countries give names away, such as `co.uk`: a name right
 * below one is nobody's subdomain. What is not in this list is refused at the worst, with the reason.
 */
const REGISTRIES = new Set('ac co com edu go gob gouv gov ltd me ne net nom or org plc'.split(' '));
/** Why `www.` can't come beside a name, in a sentence; undefined where it can. */
function wwwProblem(name) {
    const labels = name.split('.');
    if (labels[0] === '*') {
        return 'a wildcard holds its www already, and App Runner takes only one of the two';
    }
    const [, second = '', top = ''] = labels;
    const registered = labels.length === 2 || (labels.length === 3 && top.length === 2 && REGISTRIES.has(second));
    return registered
        ? undefined
        : 'it is a subdomain, and www is for the domain that was registered, such as example.com';
}

;// CONCATENATED MODULE: ./lib/inputs/domain.js

/** Stands for a pull request's number. */
const NUMBER = '{number}';
const EXAMPLE = 'domain: app.example.com';
/**
 * Reads the domain of a service; undefined when none is named, or with a problem on record.
 *
 * @param pullRequest of a preview; undefined for any other service
 * @param waits whether the step waits for what it does to the service to end
 */
function readDomain(reader, pullRequest, waits) {
    const www = reader.flag('domain-www') ?? false;
    const wait = reader.flag('domain-wait') ?? false;
    const zone = readZone(reader);
    const text = reader.text('domain');
    if (text === undefined) {
        const needless = [...(www ? ['domain-www'] : []), ...(wait ? ['domain-wait'] : [])];
        refuseAlone(reader, [...needless, ...(zone ? ['hosted-zone-id'] : [])]);
        return undefined;
    }
    if (!waits) {
        reader.problem("Inputs 'domain' and 'wait: false' exclude each other: App Runner takes a domain only once the deployment has ended. Remove one of them.");
    }
    const name = readName(reader, text, pullRequest);
    if (name === undefined)
        return undefined;
    const problem = www && wwwProblem(name);
    if (problem) {
        reader.problem(`Inputs 'domain' and 'domain-www' exclude each other for '${name}': ${problem}. Remove 'domain-www'.`);
    }
    return { name, www, wait, ...(zone && { zone }) };
}
/** Reads the domains of previews for a sweep; undefined when none is named. */
function readTemplate(reader) {
    const zone = readZone(reader);
    const text = reader.text('domain');
    if (text === undefined) {
        refuseAlone(reader, zone ? ['hosted-zone-id'] : []);
        return undefined;
    }
    if (!text.includes(NUMBER)) {
        reader.refuse('domain', text, {
            allowed: `a domain with ${NUMBER} where the pull request's number goes, since a sweep is about previews, each with a domain of its own`,
            example: `domain: pr-${NUMBER}.preview.example.com`,
        });
        return undefined;
    }
    if (readName(reader, text, 1) === undefined)
        return undefined;
    return {
        ...(zone && { zone }),
        nameFor: (pullRequest) => {
            const read = readDomainName(numbered(text, pullRequest));
            return 'name' in read ? read.name : undefined;
        },
    };
}
function refuseAlone(reader, inputs) {
    for (const input of inputs) {
        reader.problem(`Input '${input}' is set and 'domain' is not, so there is no domain that it could be about. Example: ${EXAMPLE}`);
    }
}
function readName(reader, text, pullRequest) {
    if (pullRequest === undefined && text.includes(NUMBER)) {
        // A preview of which the number is not known has its problem on record already.
        if (reader.complainedAbout('preview'))
            return undefined;
        reader.refuse('domain', text, {
            allowed: `a domain without ${NUMBER}, which stands for the number of a pull request, and only a preview has one`,
            example: EXAMPLE,
        });
        return undefined;
    }
    const read = readDomainName(pullRequest === undefined ? text : numbered(text, pullRequest));
    if ('name' in read)
        return read.name;
    reader.refuse('domain', text, { allowed: `a domain, which ${read.problem}`, example: EXAMPLE });
    return undefined;
}
function numbered(text, pullRequest) {
    return text.replaceAll(NUMBER, `${pullRequest}`);
}
function readZone(reader) {
    const text = reader.matching('hosted-zone-id', /^(auto|(\/hostedzone\/)?[A-Z0-9]{1,32})$/, {
        allowed: "a hosted zone's id, or auto for the longest public zone of the account that holds the domain",
        example: 'hosted-zone-id: Z0123456789ABCDEFGHIJ',
    });
    if (text === undefined)
        return undefined;
    return text === 'auto'
        ? { kind: 'auto' }
        : { kind: 'id', id: text.replace(/^\/hostedzone\//, '') };
}


/***/ })

};
