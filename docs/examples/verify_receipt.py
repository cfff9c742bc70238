#!/usr/bin/env python3
"""Verifies a receipt of an approved-vendor registry, offline. Copy this file; it needs Python 3.8 or newer, and the
command `openssl` (version 3 or newer), which verifies the Ed25519 signature.

    python3 verify_receipt.py receipt.txt jwks.json

`jwks.json` is what the registry publishes at /.well-known/jwks.json; fetch it once over TLS, and keep it. Prints what
came of it as JSON, and ends with 0: genuine, and to be relied on now, whatever its verdict; 1: not genuine; 3: genuine,
but its time is over.
"""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import uuid
from datetime import datetime, timezone


class NotGenuine(Exception):
    pass


def verify_receipt(receipt, jwks):
    """What a receipt says, as a dict. Raises NotGenuine unless it is signed with one of the keys, and unaltered."""
    texts = receipt.split(".")
    if len(texts) != 3:
        raise NotGenuine("not three parts")
    header, claims, proof = (decode(text) for text in texts)
    for key in jwks["keys"]:
        if key.get("crv") != "Ed25519":
            continue
        kid = thumbprint_of(key)
        if header == header_of("EdDSA", kid, "check-receipt+jwt"):
            require_signature(".".join(texts[:2]).encode(), proof, key)
        elif header == header_of("Ed25519-batch", kid, "check-receipt+batch"):
            require_signature(batch_text(claims, proof), proof[24:88], key)
        else:
            continue
        return json.loads(claims.decode())
    raise NotGenuine("not the header of a receipt, or not a key of this registry")


def decode(text):
    """One text only stands for the same bytes: another is an altered receipt."""
    if not re.fullmatch("[A-Za-z0-9_-]+", text) or len(text) % 4 == 1:
        raise NotGenuine("not base64url")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if encode(data) != text:
        raise NotGenuine("not base64url")
    return data


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def thumbprint_of(key):
    """RFC 7638"""
    canonical = '{"crv":"Ed25519","kty":"OKP","x":"%s"}' % key["x"]
    return encode(hashlib.sha256(canonical.encode()).digest())


def header_of(alg, kid, typ):
    return ('{"alg":"%s","kid":"%s","typ":"%s"}' % (alg, kid, typ)).encode()


def batch_text(claims, proof):
    """What is signed of a batch: its id, size and root. A proof is 16 bytes of batch id, the check's place and the batch's
    size in 4 bytes each, 64 bytes of signature, and the hashes that lead from the check to the root."""
    if len(proof) < 88 or (len(proof) - 88) % 32 != 0:
        raise NotGenuine("not a proof")
    batch = uuid.UUID(bytes=proof[:16])
    place, size = int.from_bytes(proof[16:20], "big"), int.from_bytes(proof[20:24], "big")
    if place >= size:
        raise NotGenuine("no such place in the batch")
    siblings = [proof[at : at + 32] for at in range(88, len(proof), 32)]
    root = root_from(sha256(b"\x00" + claims), place, size, siblings)
    return ("check-batch\n%s\n%d\n%s\n" % (batch, size, base64.b64encode(root).decode())).encode()


def root_from(found, place, width, siblings):
    """Climbs from a leaf to the root of its tree (RFC 6962); the last of an odd number goes up as it is."""
    while width > 1:
        is_right = place % 2 == 1
        if is_right or place + 1 < width:
            if not siblings:
                raise NotGenuine("the path is too short")
            sibling = siblings.pop(0)
            found = sha256(b"\x01" + (sibling + found if is_right else found + sibling))
        place, width = place // 2, (width + 1) // 2
    if siblings:
        raise NotGenuine("the path is too long")
    return found


def sha256(data):
    return hashlib.sha256(data).digest()


def require_signature(text, signature, key):
    # The public key as openssl reads it: 32 bytes behind what says that they are an Ed25519 key (RFC 8410).
    der = bytes.fromhex("302a300506032b6570032100") + decode(key["x"])
    pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n" % base64.b64encode(der).decode()
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, data in (("key", pem.encode()), ("text", text), ("signature", signature)):
            names.append(os.path.join(folder, name))
            with open(names[-1], "wb") as file:
                file.write(data)
        command = "openssl pkeyutl -verify -pubin -rawin".split()
        command += ["-inkey", names[0], "-in", names[1], "-sigfile", names[2]]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise NotGenuine("the signature does not hold")


def main(receipt_file, keys_file):
    with open(receipt_file, encoding="utf-8") as file:
        receipt = file.read().strip()
    with open(keys_file, encoding="utf-8") as file:
        jwks = json.load(file)
    try:
        claims = verify_receipt(receipt, jwks)
    except NotGenuine as error:
        print(json.dumps({"valid": False, "current": False, "why": str(error)}))
        return 1
    until = datetime.fromisoformat(claims["validUntil"].replace("Z", "+00:00"))
    current = datetime.now(timezone.utc) < until
    print(json.dumps({"valid": True, "current": current, "claims": claims}))
    return 0 if current else 3


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
