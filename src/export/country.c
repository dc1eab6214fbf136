/* SPDX-License-Identifier: Apache-2.0
 * Role:   codes of states: ISO 3166-1 alpha-3 to alpha-2.
 */
#include "export/export.h"

enum { ALPHA_3 = 3, ALPHA_2 = 2, ENTRY = ALPHA_3 + ALPHA_2 };

/** By alpha-3; XKX is the user-assigned code of Kosovo. */
static const char STATES[] =
    "ABWawAFGafAGOaoAIAaiALAaxALBalANDadAREaeARGarARMamASMasATAaqATFtfATGagAUSau"
    "AUTatAZEazBDIbiBELbeBENbjBESbqBFAbfBGDbdBGRbgBHRbhBHSbsBIHbaBLMblBLRbyBLZbz"
    "BMUbmBOLboBRAbrBRBbbBRNbnBTNbtBVTbvBWAbwCAFcfCANcaCCKccCHEchCHLclCHNcnCIVci"
    "CMRcmCODcdCOGcgCOKckCOLcoCOMkmCPVcvCRIcrCUBcuCUWcwCXRcxCYMkyCYPcyCZEczDEUde"
    "DJIdjDMAdmDNKdkDOMdoDZAdzECUecEGYegERIerESHehESPesESTeeETHetFINfiFJIfjFLKfk"
    "FRAfrFROfoFSMfmGABgaGBRgbGEOgeGGYggGHAghGIBgiGINgnGLPgpGMBgmGNBgwGNQgqGRCgr"
    "GRDgdGRLglGTMgtGUFgfGUMguGUYgyHKGhkHMDhmHNDhnHRVhrHTIhtHUNhuIDNidIMNimINDin"
    "IOTioIRLieIRNirIRQiqISLisISRilITAitJAMjmJEYjeJORjoJPNjpKAZkzKENkeKGZkgKHMkh"
    "KIRkiKNAknKORkrKWTkwLAOlaLBNlbLBRlrLBYlyLCAlcLIEliLKAlkLSOlsLTUltLUXluLVAlv"
    "MACmoMAFmfMARmaMCOmcMDAmdMDGmgMDVmvMEXmxMHLmhMKDmkMLImlMLTmtMMRmmMNEmeMNGmn"
    "MNPmpMOZmzMRTmrMSRmsMTQmqMUSmuMWImwMYSmyMYTytNAMnaNCLncNERneNFKnfNGAngNICni"
    "NIUnuNLDnlNORnoNPLnpNRUnrNZLnzOMNomPAKpkPANpaPCNpnPERpePHLphPLWpwPNGpgPOLpl"
    "PRIprPRKkpPRTptPRYpyPSEpsPYFpfQATqaREUreROUroRUSruRWArwSAUsaSDNsdSENsnSGPsg"
    "SGSgsSHNshSJMsjSLBsbSLEslSLVsvSMRsmSOMsoSPMpmSRBrsSSDssSTPstSURsrSVKskSVNsi"
    "SWEseSWZszSXMsxSYCscSYRsyTCAtcTCDtdTGOtgTHAthTJKtjTKLtkTKMtmTLStlTONtoTTOtt"
    "TUNtnTURtrTUVtvTWNtwTZAtzUGAugUKRuaUMIumURYuyUSAusUZBuzVATvaVCTvcVENveVGBvg"
    "VIRviVNMvnVUTvuWLFwfWSMwsXKXxkYEMyeZAFzaZMBzmZWEzw";

const char *country_of(Export *export, const char *code) {
    if (!code || strlen(code) != ALPHA_3)
        return NULL;
    for (const char *at = STATES; *at; at += ENTRY)
        if (memcmp(at, code, ALPHA_3) == 0)
            return arena_copy(&export->arena, (Slice){at + ALPHA_3, ALPHA_2});
    return NULL;
}
